"""A copy of this project's content, with four of its weeks, to build from and to break.

Four, so that tests are fast and don't depend on how much of the year is written; the rest stays announced.
"""

import hashlib
import shutil
from pathlib import Path

import yaml

from builder.model.citation import cited

ROOT = Path(__file__).parents[1]
CONTENT = ("weeks", "content", "subscribers", "program.yml", "sources.yml", "mkdocs.yml", "builder/site/hook.py")
FOUR = ("05-heart-failure", "20-hip-and-knee-replacement", "24-late-stage-dementia", "33-pressure-injury")


def copy_content(folder: Path) -> Path:
    """The content in `folder`, ready for `roadmap build --root`."""
    for name in CONTENT:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, target)
    for path in (folder / "weeks").iterdir():
        if path.stem not in FOUR:
            path.unlink()
    _only_cited(folder)
    return folder


def _only_cited(folder: Path) -> None:
    """Takes the sources out that none of these weeks cites."""
    used = {id_ for path in (folder / "weeks").iterdir() for id_ in cited(path.read_text("utf-8"))}
    sources = yaml.load((folder / "sources.yml").read_text("utf-8"), yaml.CSafeLoader)["sources"]
    left = [source for source in sources if source["id"] in used]
    (folder / "sources.yml").write_text(yaml.safe_dump({"sources": left}, allow_unicode=True), "utf-8")


def digests(site: Path) -> dict[str, str]:
    """Path -> SHA-256 of every file below."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
