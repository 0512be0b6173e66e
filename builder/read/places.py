"""Where each value of a file stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.walk import Path
from builder.problem import Place

Spot = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True)
class Places:
    """Where the values of one file stand. A block is found at its key, everything else where it begins."""

    file: str
    values: Mapping[Path, Spot] = field(default_factory=dict, repr=False)
    keys: Mapping[Path, Spot] = field(default_factory=dict, repr=False)

    def at(self, path: Path) -> Place:
        """The place of the value at `path`, or of the nearest block around it that is there."""
        path = tuple(path)
        while path and path not in self.values:
            path = path[:-1]
        return Place(self.file, *self.values.get(path, (1, 1)))

    def key(self, path: Path) -> Place:
        """The place of the key that leads to `path`; a list item has none and is found itself."""
        return Place(self.file, *self.keys[path]) if path in self.keys else self.at(path)
