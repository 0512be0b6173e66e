"""The site: pages, search, styles. A job for each page's HTML first, then one for the whole: MkDocs joins them."""

from collections.abc import Iterator
from pathlib import Path

from builder.edition import Edition
from builder.make.box import pack, unpack
from builder.make.job import Job
from builder.make.run import Early
from builder.make.stamp import inputs_digest, versions
from builder.site import engine, render
from builder.site.frame import read_frame
from builder.site.render import DOCS, RENDERED
from builder.site.stage import stage

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pygments")


def jobs(edition: Edition, root: Path, early: Early) -> Iterator[Job]:
    """The one job; what it is made of is rendered before."""
    room = Path(engine.__file__).parent
    said = " ".join((inputs_digest(room.parent, [room.name]), *versions(PACKAGES)))
    staged = stage(edition, read_frame(root))
    pages = early([Job(path, source, render.render, said) for path, source in render.sources(staged).items()])
    ready = {RENDERED + page.path.removeprefix(DOCS): page.data for page in pages}
    yield Job("site", pack(staged | ready), engine.build, said)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """The finished site's own files."""
    return unpack(data)
