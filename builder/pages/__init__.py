"""Pages: one pure function from an edition to Markdown that any engine can build, and the order of its navigation."""

from builder.edition import Edition
from builder.pages.coverage import coverage
from builder.pages.find import indexes, source_pages
from builder.pages.learn import learn
from builder.pages.lesson import lesson, path
from builder.pages.library import library
from builder.pages.nav import nav
from builder.pages.parts import parts
from builder.pages.print import print_center
from builder.pages.trust import trust
from builder.pages.year import calendar, home

__all__ = ["nav", "pages"]


def pages(edition: Edition) -> dict[str, str]:
    """Path -> Markdown of every page that isn't written by hand."""
    return {
        "index.md": home(edition),
        "calendar.md": calendar(edition),
        "learn.md": learn(edition),
        "handouts.md": print_center(edition),
        "sources.md": library(edition),
        "checked.md": trust(edition),
        "coverage.md": coverage(edition),
        **indexes(edition),
        **source_pages(edition),
        **{str(path(at)): lesson(at, edition) for at in edition.written},
        **{path: text for at in edition.written for path, text in parts(at, edition).items()},
    }
