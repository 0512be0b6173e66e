"""Where YAML breaks -> a problem where the author should look, which with quotes is not where the reader stumbled."""

from builder.problem import Place, Problem
from builder.read.places import Spot

RULE = "yaml-is-well-formed"
_HINT = "quote a text that holds `: ` or ` #`, or begins with a quote or one of [ ] { } > | * & ! % @ `"
_CLOSE = "close it, or write the quotes inside the text as single ones"


def broken(file: str, text: str, error, last: tuple[Spot, Spot] | None) -> Problem:
    """The problem in a parser's error, which has marks. `last` are begin and end of the last text before it."""
    found, since = _spot(error.problem_mark), _spot(error.context_mark)
    if since and _quote_at(text, since) and not _rest(text, found).strip():
        return Problem(Place(file, *since), RULE, "a quote opens here and is never closed", _CLOSE)
    if last and last[0][0] < last[1][0] == found[0] and _quote_at(text, last[0]):
        message = f"a quote opens here, and on line {found[0]}, where it closes, the YAML breaks"
        return Problem(Place(file, *last[0]), RULE, message, _CLOSE)
    began = f", {error.context} that began on line {since[0]}" if since and error.context else ""
    return Problem(Place(file, *found), RULE, f"the YAML breaks here: {error.problem}{began}", _HINT)


def _spot(mark) -> Spot | None:
    return (mark.line + 1, mark.column + 1) if mark else None


def _rest(text: str, spot: Spot) -> str:
    """The text from a spot on."""
    return "\n".join(text.split("\n")[spot[0] - 1 :])[spot[1] - 1 :]


def _quote_at(text: str, spot: Spot) -> bool:
    return _rest(text, spot).startswith(("'", '"'))
