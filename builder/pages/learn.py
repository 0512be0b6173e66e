"""A learner's own page: answers by week, the mixed review, the file for another device, the certificate."""

from dataclasses import dataclass

from builder.edition import Edition
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.markdown import Ready
from builder.pages.year import Row, quarters


@dataclass(frozen=True)
class Term:
    """A quarter with its number, as the script counts it."""

    number: Ready
    name: str
    rows: tuple[Row, ...]


def learn(edition: Edition) -> str:
    """The Markdown of "My progress"."""
    terms = [Term(Ready(str(n)), each.name, each.rows) for n, each in enumerate(quarters(edition), 1)]
    return render(
        "learn.md.j2",
        front("My progress", "Your answers, a mixed review, and a certificate a quarter.", search={"exclude": True}),
        edition.sources,
        plan=edition.plan,
        agency=edition.subscriber.meta.name,
        quarters=[term for term in terms if any(row.path for row in term.rows)],
    )
