"""`python -m builder` is `roadmap`."""

from builder.cli import main

if __name__ == "__main__":
    main()
