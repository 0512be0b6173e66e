"""Trust: who signed this week off, and until when."""

from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from builder.model.record import Line, Record

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Review(Record):
    """A draft until a real clinician signs; `roadmap review` writes the rest."""

    status: Literal["draft", "reviewed"]
    by: Line | None = None
    """The reviewer's name."""
    credential: Line | None = None
    """RN, PT, MD ..."""
    on: date | None = None
    review_by: date
    """The day by which the week must be read again."""
    digest: Digest | None = None
    """SHA-256 of the clinical content that was signed."""

    @model_validator(mode="after")
    def _signature_is_whole(self):
        signature = (self.by, self.credential, self.on, self.digest)
        if self.status == "reviewed" and None in signature:
            raise ValueError("a reviewed week names by, credential, on and digest")
        if self.status == "draft" and any(signature):
            raise ValueError("a draft names no reviewer: by, credential, on and digest belong to a reviewed week")
        return self
