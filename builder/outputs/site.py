"""The site: pages, search, styles. One job, because MkDocs builds all pages together."""

from collections.abc import Iterator
from pathlib import Path

from builder.edition import Edition
from builder.make.box import pack, unpack
from builder.make.job import Job
from builder.make.stamp import inputs_digest, versions
from builder.site import engine
from builder.site.frame import read_frame
from builder.site.stage import stage

PATH = "site"
PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pygments")


def jobs(edition: Edition, root: Path) -> Iterator[Job]:
    """The one job."""
    room = Path(engine.__file__).parent
    said = (inputs_digest(room.parent, [room.name]), *versions(PACKAGES))
    yield Job(PATH, pack(stage(edition, read_frame(root))), engine.build, " ".join(said))


def files(path: str, data: bytes) -> dict[str, bytes]:
    """The finished site's own files."""
    return unpack(data)
