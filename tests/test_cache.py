"""The cache gives back what was put, or nothing; it never serves damage and never stops a build."""

import os
import threading
from pathlib import Path

import pytest

from builder.make.cache import Cache

KEY, OTHER = "aa" + "1" * 62, "aa" + "2" * 62
DATA = b"one finished sheet" * 50


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def entry(cache, key=KEY) -> Path:
    return cache.folder / key[:2] / key


def files(cache) -> set[str]:
    return {path.name for path in cache.folder.rglob("*") if path.is_file()}


def test_gives_back_what_was_put(cache):
    cache.put(KEY, DATA)
    cache.put(OTHER, b"")
    assert (cache.get(KEY), cache.get(OTHER)) == (DATA, b"")
    assert files(cache) == {KEY, OTHER}


def test_knows_nothing_of_other_keys(cache):
    assert cache.get(KEY) is None
    cache.put(OTHER, DATA)
    assert cache.get(KEY) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:20],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\n",
        lambda whole: whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
        lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
        lambda whole: b"somebody else's file",
    ],
)
def test_never_serves_damage_and_replaces_it(cache, damage):
    cache.put(KEY, DATA)
    entry(cache).write_bytes(damage(entry(cache).read_bytes()))
    assert cache.get(KEY) is None
    cache.put(KEY, DATA)
    assert cache.get(KEY) == DATA


def test_never_serves_a_whole_entry_under_a_foreign_key(cache):
    cache.put(OTHER, DATA)
    os.link(entry(cache, OTHER), entry(cache, KEY))
    assert cache.get(KEY) is None
    assert cache.get(OTHER) == DATA


@pytest.mark.parametrize("intruder", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("nowhere")])
def test_passes_over_what_is_no_file(cache, intruder):
    entry(cache).parent.mkdir(parents=True)
    intruder(entry(cache))
    assert cache.get(KEY) is None
    cache.put(KEY, DATA)
    assert cache.get(KEY) in (DATA, None)


def test_goes_on_where_it_cannot_write(tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "taken")
    cache.put(KEY, DATA)
    cache.prune()
    assert cache.get(KEY) is None


def test_a_full_disk_leaves_no_half_entry(cache, monkeypatch):
    cache.put(KEY, DATA)
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *args: _Full(real(path, *args)))
    cache.put(OTHER, DATA)
    monkeypatch.undo()
    assert files(cache) == {KEY}
    assert cache.get(OTHER) is None


class _Full:
    """A file on a disk with room for ten more bytes."""

    def __init__(self, file):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, data):
        self.file.write(data[:10])
        raise OSError(28, "No space left on device")


def test_keeps_within_its_limit_what_was_used_last(tmp_path):
    cache = Cache(tmp_path, limit=3 * (len(DATA) + 32))
    keys = [f"{number:02d}" + "0" * 62 for number in range(5)]
    for age, key in enumerate(keys[:3]):
        cache.put(key, DATA)
        os.utime(entry(cache, key), ns=(age, age))
    assert cache.get(keys[0]) == DATA
    cache.put(keys[3], DATA)
    cache.prune()
    assert files(cache) == {keys[0], keys[2], keys[3]}


def test_prunes_by_itself_and_takes_drafts_of_killed_runs_along(tmp_path):
    cache = Cache(tmp_path, limit=20_000)
    left = entry(cache).with_name(KEY + ".0.draft")
    left.parent.mkdir()
    left.write_bytes(b"x" * 15_000)
    os.utime(left, (1, 1))
    for number in range(40):
        cache.put(f"{number:064x}", DATA)
    assert not left.exists()
    assert 0 < sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 20_000 * 9 / 8 + 2000


def test_several_writers_and_readers_of_one_key(tmp_path):
    seen, caches = set(), [Cache(tmp_path, limit=5000) for _ in range(4)]

    def work(cache):
        for number in range(60):
            cache.put(KEY, DATA)
            cache.put(f"{number % 7:064x}", DATA)
            seen.add(cache.get(KEY))

    threads = [threading.Thread(target=work, args=(cache,)) for cache in caches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen <= {DATA, None}
    assert DATA in seen
