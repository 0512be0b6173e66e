"""From an edition to a finished site: stage the Markdown, let the engine build it, then one pass over its HTML."""

from builder.site.engine import build
from builder.site.frame import Frame, read_frame
from builder.site.stage import stage

__all__ = ["Frame", "build", "read_frame", "stage"]
