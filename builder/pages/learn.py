"""A learner's own page: answers by week, the mixed review, the file for another device, the certificate."""

from builder.edition import Edition
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.year import quarters


def learn(edition: Edition) -> str:
    """The Markdown of "My progress"."""
    return render(
        "learn.md.j2",
        front("My progress", "Your answers, a mixed review, and a certificate a quarter.", search={"exclude": True}),
        edition.sources,
        plan=edition.plan,
        agency=edition.subscriber.meta.name,
        quarters=[each for each in quarters(edition) if any(row.path for row in each.rows)],
    )
