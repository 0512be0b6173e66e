"""What pydantic found -> rule, message and hint in an author's words, chosen by the error's type alone."""

import re
from typing import NamedTuple

from builder.model.guide import in_words
from builder.model.record import Record
from builder.read.shape import fields
from builder.read.wording import nearest, shown

KNOWN, PRESENT, TYPE = "fields-are-known", "fields-are-present", "values-fit-their-type"
LIMITS, LISTED, AGREE = "values-keep-their-limits", "words-are-listed", "values-agree"


class Fault(NamedTuple):
    """One error, said."""

    rule: str
    message: str
    hint: str = ""


class Found(NamedTuple):
    """One error as pydantic gives it, and where: field `name` of record `holder`, called `block` in the file."""

    type: str
    given: object
    context: dict
    message: str
    name: str | int
    holder: type[Record] | None
    block: str


def fault(found: Found) -> Fault:
    """The error in an author's words; pydantic's own for a type that no record has led to yet."""
    say = _SAYERS.get(found.type)
    return say(found) if say else Fault(TYPE, found.message, _description(found))


def _description(found: Found) -> str:
    return fields(found.holder).get(found.name, "")


def _missing(found: Found) -> Fault:
    return Fault(PRESENT, f"`{found.name}` is missing in {found.block}", _description(found))


def _unknown(found: Found) -> Fault:
    hint = nearest(found.name, fields(found.holder))
    return Fault(KNOWN, f"`{shown(found.name)}` is not a field of {found.block}", hint)


def _text(found: Found) -> Fault:
    number = isinstance(found.given, int | float)
    return _other_type("text", found, "put quotes around it" if number else "write one text, without `- ` or fields")


def _number(found: Found) -> Fault:
    return _other_type("a whole number", found, "write it in digits, without quotes")


def _list(found: Found) -> Fault:
    return _other_type("a list", found, "begin each item on a line of its own, with `- `")


def _map(found: Found) -> Fault:
    return _other_type("a block of fields", found, "write each field on a line of its own, as `name: value`")


def _date(found: Found) -> Fault:
    if isinstance(found.given, str):
        return Fault(TYPE, f"`{shown(found.given)}` is no date", "write year-month-day, for example 2027-01-31")
    return _other_type("a date", found, "write year-month-day, for example 2027-01-31")


def _other_type(wanted: str, found: Found, hint: str) -> Fault:
    if found.given is None:
        return Fault(TYPE, f"{wanted} belongs here, but nothing stands here", "write it, or take the field out")
    return Fault(TYPE, f"{wanted} belongs here, but this is {_kind(found.given)}", hint)


def _kind(given: object) -> str:
    kinds = {dict: "a block of fields", list: "a list", bool: "true or false", str: "text"}
    return kinds.get(type(given)) or f"the number {shown(given)}"


def _word(found: Found) -> Fault:
    if not isinstance(found.given, str):
        return _other_type("a word", found, nearest("", _words(found.context["expected"])))
    words = _words(found.context["expected"])
    return Fault(LISTED, f"`{shown(found.given)}` is not among the words for this", nearest(found.given, words))


def _tag(found: Found) -> Fault:
    tag, words = found.context["tag"], _words(found.context["expected_tags"])
    return Fault(LISTED, f"`{shown(tag)}` is not among the words for `kind`", nearest(tag, words))


def _no_tag(found: Found) -> Fault:
    return Fault(PRESENT, f"`kind` is missing in {found.block}", "it says which of the forms this is")


def _words(expected: str) -> list[str]:
    return re.findall(r"'([^']*)'", expected)


def _long_text(found: Found) -> Fault:
    length, most = len(found.given), found.context["max_length"]
    return Fault(LIMITS, f"{length} characters, and at most {most} may stand here", f"cut {length - most} of them")


def _short_text(found: Found) -> Fault:
    least = found.context["min_length"]
    return Fault(LIMITS, "nothing stands here" if least == 1 else f"fewer than {least} characters", _description(found))


def _form(found: Found) -> Fault:
    hint = f"write {in_words(found.context['pattern'])}"
    return Fault(LIMITS, f"`{shown(found.given)}` hasn't the form it must have", hint)


def _few(found: Found) -> Fault:
    count, least = len(found.given), found.context["min_length"]
    return Fault(LIMITS, f"{count} of at least {least} stand here", f"add {least - count}")


def _many(found: Found) -> Fault:
    count, most = len(found.given), found.context["max_length"]
    return Fault(LIMITS, f"{count} stand here, and at most {most} may", f"take {count - most} out")


def _low(found: Found) -> Fault:
    return Fault(LIMITS, f"{found.given} is too small", f"at least {found.context['ge']}")


def _high(found: Found) -> Fault:
    return Fault(LIMITS, f"{found.given} is too large", f"at most {found.context['le']}")


def _disagree(found: Found) -> Fault:
    return Fault(AGREE, str(found.context["error"]), _description(found))


_SAYERS = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _text,
    "int_type": _number,
    "int_parsing": _number,
    "int_from_float": _number,
    "tuple_type": _list,
    "model_type": _map,
    "dict_type": _map,
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "enum": _word,
    "literal_error": _word,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _no_tag,
    "string_too_long": _long_text,
    "string_too_short": _short_text,
    "string_pattern_mismatch": _form,
    "too_short": _few,
    "too_long": _many,
    "greater_than_equal": _low,
    "less_than_equal": _high,
    "value_error": _disagree,
}
