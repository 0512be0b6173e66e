"""A copy of this project's content, to build from and to break."""

import hashlib
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONTENT = ("weeks", "content", "subscribers", "program.yml", "sources.yml", "mkdocs.yml", "builder/site/hook.py")


def copy_content(folder: Path) -> Path:
    """The content in `folder`, ready for `roadmap build --root`."""
    for name in CONTENT:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, target)
    return folder


def digests(site: Path) -> dict[str, str]:
    """Path -> SHA-256 of every file below."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
