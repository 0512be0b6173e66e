"""The order file of ICD-10-CM as CMS and CDC publish it: `icd10cm_order_2027.txt`, a line a code, in fixed columns.

1-5 order number · 7-13 code without its dot · 15 flag, 0 for a header and 1 for a billable code · 17-76 short title ·
78 to the end long title. Columns 6, 14, 16 and 77 are blank. The order number is the number of the line, the codes of a
header follow it, and each letter begins some code: so a file that is cut short or patched by hand is found out.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from string import ascii_uppercase

from builder.problem import ContentError, Place, Problem
from builder.reference.icd10cm import Entry

RULE = "order-files-are-whole"
TOLD = 5
"""Problems that are told: a wrong file has thousands."""

MEMBER = re.compile(r"(?:.*/)?icd10cm[-_]order(?!.*addenda).*\.txt", re.IGNORECASE)
LAYOUT = "columns: 1-5 order number, 7-13 code without its dot, 15 flag 0 or 1, 17-76 short title, 78 on long title"
FIELDS = tuple(
    (columns, re.compile(pattern), wanted)
    for columns, pattern, wanted in (
        (slice(0, 5), r"\d{5}", "an order number"),
        (slice(5, 6), " ", "a blank"),
        (slice(6, 13), "[A-Z][0-9A-Z]{2,6} *", "a code without its dot"),
        (slice(13, 14), " ", "a blank"),
        (slice(14, 15), "[01]", "a flag, 0 or 1,"),
        (slice(15, 16), " ", "a blank"),
        (slice(76, 77), " ", "a blank"),
        (slice(77, None), r"\S.*", "a long title"),
    )
)


def entries(file: str, data: bytes) -> tuple[Entry, ...]:
    """Every code of an order file, or of the ZIP that holds one. Raises ContentError, with places in `file`."""
    if data.startswith(b"PK"):
        file, data = _unzipped(file, data)
    lines = _lines(file, data)
    problems = tuple(islice(_faults(file, lines), TOLD)) or tuple(islice(_gaps(file, lines), TOLD))
    if problems:
        raise ContentError(problems)
    return tuple(Entry(_dotted(_code(line)), " ".join(line[77:].split()), line[14] == "1") for line in lines)


def _unzipped(file: str, data: bytes) -> tuple[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            found = [name for name in opened.namelist() if MEMBER.fullmatch(name)]
            if len(found) != 1:
                raise _refused(file, f"this ZIP holds {len(found)} order files, and one is wanted")
            return f"{file}/{found[0]}", opened.read(found[0])
    except zipfile.BadZipFile as wrong:
        raise _refused(file, f"this ZIP can't be read: {wrong}") from wrong


def _lines(file: str, data: bytes) -> list[str]:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n").split("\n")
    except UnicodeDecodeError as wrong:
        raise _refused(file, "this is not text in UTF-8", data.count(b"\n", 0, wrong.start) + 1) from wrong


def _refused(file: str, message: str, line: int = 1) -> ContentError:
    hint = "take icd10cm_order_YYYY.txt, or its ZIP, as CMS publishes it: Code Descriptions in Tabular Order"
    return ContentError([Problem(Place(file, line), RULE, message, hint)])


def _faults(file: str, lines: list[str]) -> Iterator[Problem]:
    """The first fault of each line."""
    for number, line in enumerate(lines, 1):
        for columns, pattern, wanted in FIELDS:
            if not pattern.fullmatch(line[columns]):
                place = Place(file, number, columns.start + 1)
                yield Problem(place, RULE, f"{wanted} belongs here, not “{line[columns].strip()[:30]}”", LAYOUT)
                break


def _gaps(file: str, lines: list[str]) -> Iterator[Problem]:
    """What is missing from a file whose lines are sound."""
    hint = "take the file as it was published"
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        code, header, follows = _code(line), line[14] == "0", after[6:13].startswith(_code(line))
        if int(line[:5]) != number:
            message = f"order number {line[:5]} on line {number}: lines are missing"
            yield Problem(Place(file, number), RULE, message, hint)
            return
        if header and not follows:
            yield Problem(Place(file, number, 15), RULE, f"{code} is a header, and no code of it follows", hint)
        if follows and not header:
            yield Problem(Place(file, number, 15), RULE, f"{code} is billable, but {_code(after)} is below it", hint)
    if missing := sorted({*ascii_uppercase} - {line[6] for line in lines}):
        message = f"no code begins with {', '.join(missing)}: the file is cut short"
        yield Problem(Place(file, len(lines)), RULE, message, hint)


def _code(line: str) -> str:
    return line[6:13].rstrip()


def _dotted(code: str) -> str:
    return f"{code[:3]}.{code[3:]}" if len(code) > 3 else code
