"""A sign-off stands for the content that was signed, and for as long as it was given.

Stale (the clinical content changed since) and expired (its `review_by` lies before the program's `published` date) are
errors: page and sheets would claim a review that no longer holds. A draft is told as a note, and says so on every page.
"""

from collections.abc import Iterator

from builder.model.signature import standing
from builder.problem import Problem
from builder.read import Program

RULE = "reviews-are-current"
FAILS = {
    ("review",): {
        "status": "reviewed", "by": "A Reviewer", "credential": "RN", "on": "2026-11-01", "review_by": "2027-11-01",
        "digest": "0" * 64,
    }
}  # fmt: skip
PASSES = {("review",): {"status": "draft", "review_by": "2027-11-01"}}


def check(program: Program) -> Iterator[Problem]:
    """Reviews that no longer hold, and drafts whose own time is up."""
    for week in program.weeks:
        review = week.record.review
        state = standing(week.record, program.plan.published)
        if state == "stale":
            message = f"the content changed after {review.by} signed it on {review.on}"
            hint = f"have it read again: roadmap review {week.record.week} --by NAME --credential LETTERS --until DATE"
            yield Problem(week.at("review", "digest"), RULE, message, hint)
        elif review.review_by < program.plan.published:
            message = f"it was to be read again by {review.review_by}"
            hint = "read it again against its sources, then set a new day"
            yield Problem(week.at("review", "review_by"), RULE, message, hint)
