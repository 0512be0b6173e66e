"""The order of the pages. Only written weeks stand in it, a quarter each to a group, so that no page carries all 52."""

from html import escape

from builder.edition import Edition
from builder.pages.find import INDEXES
from builder.pages.year import Row, quarters

ABOUT = {
    "About": "about.md",
    "Without signal": "offline.md",
    "How weeks are reviewed": "review.md",
    "What is checked": "checked.md",
    "Sources": "sources.md",
    "Coverage": "coverage.md",
}


def nav(edition: Edition) -> list[dict]:
    """MkDocs's nav. The theme prints its titles as HTML, so text from content is escaped."""
    weeks = [{each.name: [_entry(row) for row in each.rows if row.path]} for each in quarters(edition)]
    return [
        {"This week": "index.md"},
        {"The year": ["calendar.md", *(group for group in weeks if any(group.values()))]},
        {"Find": [{title: path} for title, path, *_ in INDEXES]},
        {"Learn": "learn.md"},
        {"Print": "handouts.md"},
        {"About": [{title: path} for title, path in ABOUT.items()]},
    ]


def _entry(row: Row) -> dict[str, str]:
    return {escape(f"{row.at.number}. {row.short_title}"): str(row.path)}
