"""QR codes: an address that a phone's camera can read. The only importer of segno."""

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

import segno


class Code(NamedTuple):
    """A QR code without its margin: the paper around it is white."""

    svg: str
    modules: int
    """Of a side."""


@lru_cache(maxsize=16)
def code(address: str) -> Code:
    """Error correction of at least level L, more where it costs nothing. Kept: an agency's sheets share one."""
    made, svg = segno.make(address, error="l", micro=False), BytesIO()
    made.save(svg, kind="svg", border=0, xmldecl=False, dark="#000", light=None)
    return Code(svg.getvalue().decode(), made.symbol_size(border=0)[0])
