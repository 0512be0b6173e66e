"""What a page may do: a Content-Security-Policy without `unsafe-inline`, its hashes counted from the finished page."""

import base64
import hashlib
import re
from collections.abc import Iterable

SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
"""A script that stands in the page. A block of JSON never runs, but a validator takes it for one that does."""

ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
FRAMING = "frame-ancestors 'none'"
"""Obeyed only in a header."""


def hashes(html: str) -> list[str]:
    """`'sha256-...'` of every script that stands in the page, each once, sorted."""
    return sorted({_hash(script) for script in SCRIPT.findall(html)})


def policy(scripts: Iterable[str]) -> str:
    """The policy that lets these scripts run, and the site's own files."""
    rules = ALLOWED | {"script-src": " ".join(("'self'", *scripts))}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def header(pages: Iterable[str]) -> str:
    """One policy for all pages of a site, to be sent as a header."""
    every = sorted({script for page in pages for script in hashes(page)})
    return f"{policy(every)}; {FRAMING}"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
