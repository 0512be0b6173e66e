"""What a phone gets: Lighthouse's median of five for a week page, and bytes on the wire of every kind of page.

`python benchmarks/phone.py` after `npm install --prefix .tools ...` as in .ci/run. Exit code 1 when a bar is missed.
"""

# ruff: noqa: T201 - a benchmark's result is what it prints

import gzip
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

BAR, ROUNDS = 95, 5
ALL = ("performance", "accessibility", "best-practices", "seo")


def main() -> int:
    """The figures, one a line."""
    from tests.site import edition_of, real_site
    from tests.test_lighthouse import report
    from tests.web import serving

    week = edition_of(ROOT).written[0].key
    with serving(real_site()) as site:
        reports = [report(f"{site.address}weeks/{week}/", ALL) for _ in range(ROUNDS)]
    scores = [{name: round(100 * each["categories"][name]["score"]) for name in ALL} for each in reports]
    medians = {name: statistics.median(each[name] for each in scores) for name in ALL}
    for name, score in medians.items():
        print(f"{name}: {score:g}")
    pages = {path: len(gzip.compress(data, 6)) for path, data in real_site().items() if path.endswith(".html")}
    print(f"heaviest of {len(pages)} pages: {max(pages.values()) / 1024:.1f} KiB ({max(pages, key=pages.get)})")
    index = len(gzip.compress(real_site()["search/search_index.json"], 6))
    print(f"search index, with the first search: {index / 1024:.0f} KiB")
    return int(medians["performance"] < BAR)


if __name__ == "__main__":
    sys.exit(main())
