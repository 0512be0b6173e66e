"""How long a build takes next to plain MkDocs: `make bench`, or `python benchmarks/bench.py --rounds 5`.

On a year of 52 written weeks, every command a process of its own, as a user runs it, all in one run on one machine:

- plain: `mkdocs build` of the same Markdown, the same theme and settings; no sheets, no checks
- cold: `roadmap build` with an empty cache: checks, pages, site, 520 sheets with previews, packs
- unchanged: the same again
- edited: one word changed in one week

A ratio is a median over the rounds, by plain's median. Exits with 1 when a ratio is over its bar.
"""

# ruff: noqa: T201 - a benchmark's result is what it prints
import argparse
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from year import edit, make_year

PROJECT = Path(__file__).parents[1]
BARS = {"cold": 3.0, "unchanged": 0.3, "edited": 1.5}
EDITED = "20-hip-and-knee-replacement.yml"


def main() -> int:
    asked = _arguments()
    with TemporaryDirectory(prefix="roadmap-bench-") as folder:
        seconds = measure(Path(folder), asked.rounds)
    result = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()},
        "seconds": seconds,
        "ratios": {name: round(median(seconds[name]) / median(seconds["plain"]), 3) for name in BARS},
        "bars": BARS,
    }
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    _show(result, asked.json)
    return int(any(result["ratios"][name] > bar for name, bar in BARS.items()))


def measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each round. The four take turns, so that a busy moment of the machine hits all of them."""
    root = folder / "year"
    make_year(PROJECT, root)
    _stage(root, folder / "staged")
    seconds = {"plain": [], **{name: [] for name in BARS}}
    for turn in range(rounds):
        plain, ours = folder / f"plain-{turn}", folder / f"site-{turn}"
        roadmap = ["builder", "build", "--root", root, "--out", ours, "--cache", folder / f"cache-{turn}"]
        seconds["plain"].append(_timed("mkdocs", "build", "-q", "-f", folder / "staged" / "mkdocs.yml", "-d", plain))
        seconds["cold"].append(_timed(*roadmap))
        made = _manifest(ours)
        _expect(_weeks(plain) == _weeks(ours) == 52, "both build 52 weeks")
        sheets = [path for path in made["files"] if path.endswith(".pdf") and not path.startswith("handouts/packs/")]
        _expect(len(sheets) == 10 * 52, "a year has 520 sheets")
        seconds["unchanged"].append(_timed(*roadmap))
        _expect(_manifest(ours) == made, "nothing changed, the builder included")
        edit(root / "weeks" / EDITED, turn)
        seconds["edited"].append(_timed(*roadmap))
        changed = {path for path, entry in _manifest(ours)["files"].items() if entry != made["files"].get(path)}
        _expect(any(path.endswith(".pdf") for path in changed), "an edit reaches a sheet")
    return seconds


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, default=PROJECT / ".cache" / "bench.json", help="where the figures go")
    return parser.parse_args()


def _stage(root: Path, staged: Path) -> None:
    """The Markdown that both build, as a folder."""
    from builder.edition import edition
    from builder.read import read_program, read_subscriber
    from builder.site.frame import read_frame
    from builder.site.stage import stage

    program, _ = read_program(root)
    agency, _ = read_subscriber(root / "subscribers" / "example.yml")
    for path, data in stage(edition(program, agency.record), read_frame(root)).items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_bytes(data)


def _timed(*module: str | Path) -> float:
    """Seconds that `python -m MODULE ...` takes, start to end. Stops the benchmark when it fails."""
    command = [sys.executable, "-m", *map(str, module)]
    began = perf_counter()
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    seconds = perf_counter() - began
    _expect(done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return round(seconds, 4)


def _manifest(site: Path) -> dict:
    return json.loads((site / "manifest.json").read_text("utf-8"))


def _weeks(site: Path) -> int:
    return len(list(site.glob("weeks/[0-9][0-9]-*/index.html")))


def _expect(truth: bool, what: str) -> None:
    """A benchmark of the wrong thing is worse than none."""
    if not truth:
        sys.exit(f"bench: this did not hold: {what}")


def _show(result: dict, written: Path) -> None:
    print(f"{'':10} {'median s':>9} {'ratio':>7} {'bar':>5}   all rounds")
    for name, seconds in result["seconds"].items():
        ratio, bar = result["ratios"].get(name, ""), result["bars"].get(name, "")
        print(f"{name:10} {median(seconds):9.2f} {ratio:>7} {bar:>5}   {' '.join(f'{each:.2f}' for each in seconds)}")
    print(f"Figures: {written}")


if __name__ == "__main__":
    sys.exit(main())
