"""A job: work that a worker can do alone. Its source holds everything the result depends on."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """`make(source)` gives the bytes of the file (or box) at `path`.

    `make` is a top-level function, so that any process can find it by name. `engine` names whatever else has a say
    in the result: the tool's version and the digest of our own code behind `make`.
    """

    path: str
    source: bytes
    make: Callable[[bytes], bytes]
    engine: str

    def __post_init__(self):
        if "<" in self.make.__qualname__:
            raise ValueError(f"{self.path}: {self.make.__qualname__} is not a top-level function")

    @property
    def key(self) -> str:
        """SHA-256 over make's name, engine and source; the same for the same result, wherever it lies."""
        digest = hashlib.sha256()
        for part in (f"{self.make.__module__}:{self.make.__qualname__}".encode(), self.engine.encode(), self.source):
            # The length in front keeps ("ab", "c") and ("a", "bc") apart.
            digest.update(len(part).to_bytes(8))
            digest.update(part)
        return digest.hexdigest()


@dataclass(frozen=True)
class Artifact:
    """What a job gave: the bytes that belong at `path`."""

    path: str
    data: bytes
