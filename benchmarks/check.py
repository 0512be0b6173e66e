"""How long `roadmap check` takes next to reading: `make bench`, or `python benchmarks/check.py --rounds 5`.

On a year of 52 written weeks. Reading is timed inside a process of its own, without Python's start; a check is a whole
command, start included:

- first: with an empty cache, so each of the 208 sheets is set to see whether it fits its page
- again: nothing changed
- edited: one word changed in one week

The bar, for `again`: 1.5 times reading, and one second. Exits with 1 when its median is over it.
"""

# ruff: noqa: T201 - a benchmark's result is what it prints
import argparse
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from year import edit, make_year

PROJECT = Path(__file__).parents[1]
EDITED = "20-hip-and-knee-replacement.yml"
READING = """
import sys
from pathlib import Path
from time import perf_counter
from builder.read import read_program
began = perf_counter()
program, problems = read_program(Path(sys.argv[1]))
print(perf_counter() - began)
sys.exit(len(program.weeks) != 52 or bool(problems))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    with TemporaryDirectory(prefix="roadmap-bench-") as folder:
        seconds = measure(Path(folder), parser.parse_args().rounds)
    bar = 1.5 * median(seconds["reading"]) + 1
    for name, each in seconds.items():
        print(f"{name:10} {median(each):6.2f} s   {' '.join(f'{second:.2f}' for second in each)}")
    print(f"bar        {bar:6.2f} s   for `again`: 1.5 times reading, and one second")
    return int(median(seconds["again"]) > bar)


def measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each round. The four take turns, so that a busy moment of the machine hits all of them."""
    root = folder / "year"
    make_year(PROJECT, root)
    seconds = {"reading": [], "first": [], "again": [], "edited": []}
    for turn in range(rounds):
        check = ("-m", "builder", "check", "--root", root, "--cache", folder / f"cache-{turn}")
        seconds["reading"].append(float(_run("-c", READING, root)))
        seconds["first"].append(_timed(*check))
        seconds["again"].append(_timed(*check))
        edit(root / "weeks" / EDITED, turn)
        seconds["edited"].append(_timed(*check))
    return seconds


def _timed(*arguments: str | Path) -> float:
    began = perf_counter()
    _run(*arguments)
    return perf_counter() - began


def _run(*arguments: str | Path) -> str:
    """What Python with these arguments prints. Stops the benchmark when it fails."""
    done = subprocess.run([sys.executable, *map(str, arguments)], cwd=PROJECT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: {arguments} failed\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
