"""Pages in a real Chromium: a site served from memory, and a browser that keeps what a page complains of."""

import gzip
import shutil
import threading
from contextlib import contextmanager, suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type

import pytest

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
BLOCKED = "Service Worker registration blocked by Playwright"
PATIENCE = 20_000
"""Milliseconds until a page that doesn't do what it should is given up."""

TYPES = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".js": "text/javascript"}
PACKED = (".html", ".js", ".css", ".json", ".svg", ".xml", ".webmanifest")


class Site:
    """A site on a loopback port. `files` may be exchanged, `up` or `closed` changed; `sent` is bytes on the wire."""

    def __init__(self, files: dict[str, bytes]):
        self.files, self.up, self.closed, self.address = files, True, False, ""
        self.sent: dict[str, int] = {}

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """One request, with gzip where a server would use it."""
        if not self.up:
            handler.close_connection = True
            return
        path = handler.path.split("?")[0].lstrip("/")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        data = self.files.get(path)
        data = None if self.closed else data
        handler.send_response(403 if self.closed else 404 if data is None else 200)
        ending = f".{path.rpartition('.')[2]}"
        handler.send_header("Content-Type", TYPES.get(ending) or guess_type(path)[0] or "application/octet-stream")
        handler.send_header("Cache-Control", "no-cache")
        body = data or b"No."
        if ending in PACKED:
            body = gzip.compress(body, 6)
            handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        with suppress(ConnectionError):  # a page that was left while it loaded
            handler.wfile.write(body)
        self.sent[path] = self.sent.get(path, 0) + len(body)


@contextmanager
def serving(files: dict[str, bytes]):
    """A Site that runs."""
    site = Site(files)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.answer(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}/"
    yield site
    server.shutdown()
    server.server_close()


@contextmanager
def chromium():
    """Debian's, without a network of its own."""
    program = shutil.which("chromium")
    if not program:
        pytest.skip("install Debian's chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as started:
        yield started.chromium.launch(executable_path=program, args=quiet)


def context_of(browser, size=PHONE, worker=False, **options):
    """A device of its own: nothing stored, no motion. Without `worker`, the page gets everything from the server."""
    options = {"service_workers": "allow" if worker else "block", "reduced_motion": "reduce", **options}
    context = browser.new_context(viewport=size, **options)
    context.set_default_timeout(PATIENCE)
    return context


def page_of(context, now=datetime(2027, 2, 3, 12)):
    """A page that keeps its complaints and the addresses it asked for."""
    page = context.new_page()
    page.complaints, page.asked = [], []

    def hear(said):
        if said.type in {"error", "warning"} and BLOCKED not in said.text:
            page.complaints.append(said.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    if now:
        page.clock.set_fixed_time(now)
    return page
