"""What jobs gave before, kept in a folder by key. Only speed depends on it: any trouble with it is a miss."""

import contextlib
import hashlib
import os
import secrets
from pathlib import Path

DIGEST = hashlib.sha256().digest_size
GIBIBYTE = 2**30


class Cache:
    """One file a key: a digest over the key and the data, then the data.

    The digest covers the key, so an entry that was cut, changed, or copied to another name is never served. Nothing is
    synced to disk: what a power cut leaves behind fails its digest. Several processes may share a folder.
    """

    def __init__(self, folder: Path, limit: int = GIBIBYTE):
        """`limit` in bytes; beyond it the entries that were not used for longest go."""
        self.folder = folder
        self.limit = limit
        self._unpruned = 0

    def get(self, key: str) -> bytes | None:
        """The data kept under this key, or None."""
        try:
            entry = _read(self._entry(key))
        except OSError:
            return None
        data = entry[DIGEST:]
        if entry[:DIGEST] != _seal(key, data):
            return None
        with contextlib.suppress(OSError):
            os.utime(self._entry(key))
        return data

    def __contains__(self, key: str) -> bool:
        """Whether there is an entry, sound or not: a cheap guess at how much is left to do."""
        return self._entry(key).is_file()

    def put(self, key: str, data: bytes) -> None:
        """Keeps the data if it can; a full or read-only disk only costs time in the next run."""
        entry = self._entry(key)
        draft = entry.with_name(f"{key}.{secrets.token_hex(4)}.draft")
        try:
            entry.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("xb") as file:
                file.write(_seal(key, data))
                file.write(data)
            draft.replace(entry)
        except OSError:
            _forget(draft)
            return
        self._unpruned += len(data)
        if self._unpruned > self.limit // 8:
            self.prune()

    def prune(self) -> None:
        """Forgets what was not used for longest, drafts of killed runs included, until the rest is within the limit."""
        self._unpruned = 0
        files = sorted(_sized(self.folder), reverse=True)
        kept = 0
        for _, path, size in files:
            kept += size
            if kept > self.limit:
                _forget(Path(path))

    def _entry(self, key: str) -> Path:
        return self.folder / key[:2] / key


def _seal(key: str, data: bytes) -> bytes:
    digest = hashlib.sha256(f"roadmap cache 1 {key}\n".encode())
    digest.update(data)
    return digest.digest()


def _read(path: Path) -> bytes:
    """The bytes of a plain file. Anything else is an error: opening a pipe that somebody left here would wait."""
    if not path.is_file():
        raise OSError(f"not a plain file: {path}")
    return path.read_bytes()


def _sized(folder: Path):
    """(time of last use in ns, path, size in bytes) of every file two levels down."""
    for shelf in _scan(folder):
        for entry in _scan(shelf.path) if shelf.is_dir(follow_symlinks=False) else ():
            with contextlib.suppress(OSError):
                if entry.is_file(follow_symlinks=False):
                    info = entry.stat(follow_symlinks=False)
                    yield info.st_mtime_ns, entry.path, info.st_size


def _scan(folder) -> list[os.DirEntry]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
