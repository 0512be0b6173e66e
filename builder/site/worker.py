"""What a phone may keep: the list that the service worker goes by, and the headers that go with the site.

Both speak of the finished files, so they are made last.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from builder.edition import OUTSIDE, Edition
from builder.site.policy import header

LIST, WORKER, MARK = "offline.json", "sw.js", b"@edition@"
SHORT = 12
"""Hex digits of a digest: 48 bits keep two editions of one file apart, and the list small."""

SEARCH = ("search/search_index.json",)
LEFT_OUT = ("_headers", "404.html", "sitemap.xml", "sitemap.xml.gz", "headers.nginx.conf", "headers.caddy")
"""Never asked for by a page."""

ELSEWHERE = ("handouts/packs/", "assets/cards/")
OFFICE = ("-gray.pdf", "-large.pdf", "-large.png")


def equipped(files: Mapping[str, bytes], edition: Edition) -> dict[str, bytes]:
    """The site with its list, its worker told the list's digest, and header files for three kinds of server."""
    policy = header(data.decode() for path, data in files.items() if path.endswith(".html"))
    listed = _listed(files, edition)
    worker = files[WORKER].replace(MARK, hashlib.sha256(listed).hexdigest().encode())
    return {**files, LIST: listed, WORKER: worker, **_headers(policy)}


def _listed(files: Mapping[str, bytes], edition: Edition) -> bytes:
    kept = {
        path: [hashlib.sha256(data).hexdigest()[:SHORT], len(data)]
        for path, data in sorted(files.items())
        if path not in (*LEFT_OUT, WORKER)
    }
    record = {
        "files": kept,
        "shell": [path for path in kept if _is_shell(path)],
        "search": [path for path in kept if path in SEARCH or "/workers/search" in path],
        "weeks": [[at.monday.isoformat(), _of_week(at.key, kept)] for at in edition.weeks],
        "everything": [path for path in kept if _is_wanted(path)],
    }
    return json.dumps(record, separators=(",", ":")).encode()


def _is_shell(path: str) -> bool:
    """What every page leans on, and the pages from which the others are reached."""
    if path.startswith("assets/"):
        return path.endswith((".css", ".js", ".svg", ".woff2")) and "/workers/" not in path
    return path in ("index.html", "offline/index.html", "learn/index.html", "calendar/index.html", "app.webmanifest")


def _of_week(key: str, paths: Iterable[str]) -> list[str]:
    sheets = {f"handouts/{key}/{kind}.pdf" for kind in (*OUTSIDE, "call-sheet", "huddle")}
    return [path for path in paths if path.startswith(f"weeks/{key}/") or path in sheets]


def _is_wanted(path: str) -> bool:
    """All but what is printed at the office, and pictures for other people's messages."""
    return not path.startswith(ELSEWHERE) and not path.endswith(OFFICE)


def _headers(policy: str) -> dict[str, bytes]:
    """Ready for static hosts that read `_headers`, for nginx (`include`) and for Caddy (`import`)."""
    values = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    plain = "".join(f"  {name}: {value}\n" for name, value in values.items())
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in values.items())
    caddy = "".join(f'\t{name} "{value}"\n' for name, value in values.items())
    fresh = "/sw.js\n  Cache-Control: no-cache\n"
    return {
        "_headers": f"/*\n{plain}{fresh}".encode(),
        "headers.nginx.conf": nginx.encode(),
        "headers.caddy": f"header {{\n{caddy}}}\n".encode(),
    }
