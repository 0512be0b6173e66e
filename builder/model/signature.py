"""What a reviewer signs: a digest of the clinical content, and what has become of the signature since."""

import hashlib
import json
from datetime import date
from typing import Literal

from builder.model.week import Week

Standing = Literal["draft", "reviewed", "stale", "expired"]

COSMETIC = {"week", "slug", "title", "short_title", "observance", "review"}
"""Fields of the head, and titles of blocks: changing them changes nothing that a clinician answered for."""


def digest(week: Week) -> str:
    """SHA-256, in hex, of everything clinical in the week."""
    content = _clinical(week.model_dump(mode="json"))
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def standing(week: Week, on: date) -> Standing:
    """Draft; reviewed; stale, if content changed after the signature; expired, if its time was up by `on`."""
    if week.review.status == "draft":
        return "draft"
    if week.review.digest != digest(week):
        return "stale"
    return "expired" if week.review.review_by < on else "reviewed"


def _clinical(value):
    if isinstance(value, dict):
        return {name: _clinical(item) for name, item in value.items() if name not in COSMETIC}
    return [_clinical(item) for item in value] if isinstance(value, list) else value
