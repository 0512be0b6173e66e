"""The engine: MkDocs builds the staged folder in a temporary one. Bytes in, bytes out; no clock, no place, no zone."""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mkdocs.commands.build import build as run
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from builder.make.box import pack, unpack
from builder.site.finish import delivered, finish, patient
from builder.site.head import head
from builder.site.render import RENDERED, ready_made
from builder.site.stage import is_placeholder

UNUSED = ("assets/javascripts/lunr/",)
"""Search in languages that the program isn't written in."""

BUNDLE = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
"""Material's script."""


class EngineError(RuntimeError):
    """MkDocs refused the staged folder. Carries its warnings and errors."""


def build(source: bytes) -> bytes:
    """A box with staged folder and rendered pages -> a box with the finished site. Runs in a worker of its own."""
    given = unpack(source)
    rendered = {path.removeprefix(RENDERED): data for path, data in given.items() if path.startswith(RENDERED)}
    staged = {path: data for path, data in given.items() if not path.startswith(RENDERED)}
    with TemporaryDirectory(prefix="roadmap-site-") as name:
        folder = Path(name)
        for path in {(folder / path).parent for path in staged}:
            path.mkdir(parents=True, exist_ok=True)
        for path, data in staged.items():
            (folder / path).write_bytes(data)
        with ready_made(rendered):
            _mkdocs(folder)
        made = {path.relative_to(folder / "site").as_posix(): path for path in (folder / "site").rglob("*")}
        site = {path: file.read_bytes() for path, file in made.items() if file.is_file()}
    facts = yaml.safe_load(staged["mkdocs.yml"])["extra"]["facts"]
    wanted = {path: data for path, data in site.items() if not path.startswith(UNUSED)}
    return pack({path: finished(path, data, facts) for path, data in wanted.items() if not is_placeholder(path, data)})


def finished(path: str, data: bytes, facts: Mapping[str, str]) -> bytes:
    """A file of the site after the last pass."""
    if path.endswith(".html"):
        html = finish(data.decode())
        return delivered(html, head(html, path, facts)).encode()
    return patient(data.decode()).encode() if BUNDLE.fullmatch(path) else data


def _mkdocs(folder: Path) -> None:
    """Raises EngineError with everything MkDocs had to say."""
    said = _Said()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        config = load_config(str(folder / "mkdocs.yml"), strict=True)
        with _dated(date.fromisoformat(config.extra["published"])):
            config.plugins.on_startup(command="build", dirty=False)
            run(config)
            config.plugins.on_shutdown()
    except MkDocsException as stopped:
        raise EngineError("\n".join([*said.lines, str(stopped)])) from stopped
    finally:
        logger.removeHandler(said)


class _Said(logging.Handler):
    """Keeps warnings and errors."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _dated(published: date) -> Iterator[None]:
    """MkDocs takes its date from this variable alone; without it, two builds differ."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    noon = datetime(published.year, published.month, published.day, 12, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
