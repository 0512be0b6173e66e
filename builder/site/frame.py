"""The frame of the site: `mkdocs.yml` and `content/`, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Frame:
    """`config` is the root `mkdocs.yml`; `content` is path -> bytes of what is written by hand."""

    config: Mapping[str, object]
    content: Mapping[str, bytes]


def read_frame(root: Path) -> Frame:
    """The frame of the project at `root`. Hidden files, links and folders' own notes stay out."""
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    folder = root / config["docs_dir"]
    return Frame(config, {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(_files(folder))})


def _files(folder: Path):
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in parts):
            yield path
