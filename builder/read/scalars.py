"""Unquoted words -> values, when every reader of YAML agrees what they mean."""

import re

Plain = str | int | float | bool | None

_NOTHING = {"", "~", "null", "Null", "NULL"}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")

# What YAML 1.1 or 1.2 makes of these is not what stands there, and the two don't agree.
_SURPRISES = (
    (re.compile(r"y|n|yes|no|on|off", re.I), "true or false"),
    (re.compile(r"[-+]?0[0-7_]+|[-+]?0o[0-7]+"), "an octal number"),
    (re.compile(r"[-+]?0[xX][0-9a-fA-F_]+|[-+]?0b[01_]+"), "a number to another base"),
    (re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"), "a number to base 60"),
    (re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?"), "a number without its underscores"),
    (re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?"), "a number"),
    (re.compile(r"[-+]?\.(inf|nan)", re.I), "infinity or no number"),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt ].*"), "a moment in some time zone"),
    (re.compile(r"=|<<"), "an instruction"),
)


def plain(text: str) -> tuple[Plain, str]:
    """The value of an unquoted word, and what else a reader of YAML could take it for (or nothing)."""
    if text in _NOTHING:
        return None, ""
    if text in _TRUTH:
        return _TRUTH[text], ""
    if _WHOLE.fullmatch(text):
        return int(text), ""
    if _DECIMAL.fullmatch(text):
        return float(text), ""
    return text, _surprise(text)


def _surprise(text: str) -> str:
    if len(text) > 80 or text[0] not in "+-.0123456789=<yYnNoO":
        return ""
    return next((meaning for shape, meaning in _SURPRISES if shape.fullmatch(text)), "")
