"""How long the year's sheets take next to plain MkDocs: `make bench`, or `python benchmarks/sheets.py --many 10000`.

All in one run on one machine, on a year of 52 written weeks, two workers, no cache:

- plain: `mkdocs build` of the same year's Markdown, the same theme and settings
- sheets: the PDFs of four kinds x 52 weeks in color, the workers' start included; bar 1.5 x plain
- previews: the same with their previews and the measure of their fit
- gray and large: all ten sheets of each week, previews included
- packs: binding all packs of the year

Then milliseconds a sheet for 10, 100, 1000 ... sheets of other content in one worker that is warm: flat. Exits with 1
when `sheets` is over its bar, or the last cost a sheet is more than 1.3 times the first.
"""

# ruff: noqa: T201 - a benchmark's result is what it prints
import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import PROJECT, _stage, _timed
from year import make_year

from builder.edition import edition
from builder.handouts import typeset, work
from builder.make.cache import Cache
from builder.make.pools import processes
from builder.make.run import run
from builder.read import read_logo, read_program, read_subscriber

BAR, FLAT = 1.5, 1.3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--many", type=int, default=1000, help="the last of 10, 100, 1000 ...")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="roadmap-bench-") as folder:
        root = Path(folder) / "year"
        make_year(PROJECT, root)
        _stage(root, Path(folder) / "staged")
        made = _edition(root)
        seconds = measure(made, Path(folder), asked.rounds)
    plain = median(seconds["plain"])
    for name, each in seconds.items():
        print(f"{name:16} {median(each):7.2f} s   {median(each) / plain:5.2f} x plain")
    costs = flat(made, asked.many)
    print("ms a sheet:", ", ".join(f"{count}: {cost:.1f}" for count, cost in costs.items()))
    first, *_, last = costs.values()
    return int(median(seconds["sheets"]) > BAR * plain or last > FLAT * first)


def measure(made, folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each round; the parts take turns."""
    jobs = work.sheet_jobs(made)
    color = [job for job in jobs if not job.path.endswith(("-gray", "-large"))]
    assert len(color) == 208 and len(jobs) == 520
    seconds = {name: [] for name in ("plain", "sheets", "with previews", "gray and large", "packs")}
    for turn in range(rounds):
        staged = folder / "staged" / "mkdocs.yml"
        seconds["plain"].append(_timed("mkdocs", "build", "-q", "-f", staged, "-d", folder / f"site-{turn}"))
        seconds["sheets"].append(_made([replace(job, make=typeset.pdf) for job in color], None))
        seconds["with previews"].append(_made(color, None))
        kept = Cache(folder / f"cache-{turn}")
        seconds["gray and large"].append(_made(jobs, kept))
        ready = {job.path: kept.get(job.key) for job in jobs}
        seconds["packs"].append(_made(work.pack_jobs(made, ready), None))
    return seconds


def _made(jobs: list, cache: Cache | None) -> float:
    """Seconds that two workers take for these jobs."""
    began = perf_counter()
    with processes(2) as pool:
        count = sum(bool(each.data) for each in run(jobs, pool, cache))
    assert count == len(jobs)
    return perf_counter() - began


def flat(made, many: int) -> dict[int, float]:
    """Number of sheets -> milliseconds for each, PDF and preview, no two alike."""
    sources = [json.loads(job.source) for job in work.sheet_jobs(made)]
    typeset.typeset(json.dumps(sources[0]).encode())  # warm
    costs, count = {}, 10
    while count <= many:
        began = perf_counter()
        for turn in range(count):
            source = sources[turn % 208]
            source["sheet"]["title"] = f"Sheet {count} {turn}"
            typeset.typeset(json.dumps(source).encode())
        costs[count] = 1000 * (perf_counter() - began) / count
        count *= 10
    return costs


def _edition(root: Path):
    program, _ = read_program(root)
    agency, _ = read_subscriber(root / "subscribers" / "example.yml")
    return edition(program, agency.record, read_logo(root / "subscribers", agency)[0])


if __name__ == "__main__":
    sys.exit(main())
