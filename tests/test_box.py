"""A box is a folder as bytes: the same bytes for the same files, and nothing that could leave its folder."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.make.box import MAGIC, BoxError, pack, unpack

FILES = {"index.html": b"<p>", "weeks/05/index.html": b"", "weeks/05/sheet.pdf": bytes(range(256))}
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="/\\:."), min_size=1)


def test_gives_back_what_was_packed():
    assert unpack(pack(FILES)) == FILES


def test_holds_nothing_at_all():
    assert unpack(pack({})) == {}


def test_order_makes_no_difference():
    assert pack(FILES) == pack(dict(reversed(FILES.items())))


@given(st.dictionaries(NAMES, st.binary(max_size=40), max_size=6))
def test_any_names_and_bytes_come_back(files):
    assert unpack(pack(files)) == files


@pytest.mark.parametrize(
    "path",
    ["", ".", "..", "/etc/passwd", "../up", "a/../../b", "a/..", "a//b", "a/", "./a", "a/./b", "a\\b", "C:/a", "a\0b"],
)
def test_refuses_a_path_that_may_leave_the_folder(path):
    with pytest.raises(BoxError):
        pack({path: b""})
    with pytest.raises(BoxError):
        unpack(_by_hand([[path, 0]]))


@pytest.mark.parametrize("path", ["...", ".nojekyll", "..a", "a..b/c..", "a b/é 🙂.html"])
def test_allows_odd_but_harmless_names(path):
    assert unpack(pack({path: b"x"})) == {path: b"x"}


def test_refuses_a_path_that_is_file_and_folder():
    with pytest.raises(BoxError, match="'a/b'"):
        pack({"a/b": b"", "a/b/c/d": b"", "a/b-c": b""})


@pytest.mark.parametrize(
    "entries", [[["a", 0], ["a", 0]], [["b", 0], ["a", 0]], [["a", -1]], [["a"]], [["a", "x"]], {"a": 1}, 7, [7]]
)
def test_refuses_a_header_that_is_not_ours(entries):
    with pytest.raises(BoxError):
        unpack(_by_hand(entries))


def test_refuses_every_cut_and_every_surplus():
    box = pack(FILES)
    for damaged in [box[:size] for size in range(len(box))] + [box + b"\0", b"PK\3\4" + box]:
        with pytest.raises(BoxError):
            unpack(damaged)


def _by_hand(entries) -> bytes:
    header = json.dumps(entries).encode()
    return MAGIC + len(header).to_bytes(8) + header
