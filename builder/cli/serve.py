"""`roadmap serve`: look at the site while writing it."""

import subprocess
import sys
from pathlib import Path

import click

from builder.cli import options


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@options.root
def serve(port: int, root: Path) -> int:
    """Serve the site at http://127.0.0.1:PORT and rebuild it when a file changes. Stop with Ctrl-C."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    try:
        return subprocess.run(command, cwd=root, check=False).returncode and 1
    except KeyboardInterrupt:
        return 0
