"""A build is done when nothing went in that is new and the tree is still what was made; any doubt means building."""

import os
import subprocess
import sys

import pytest

from builder.make.manifest import is_whole, read_manifest, seal
from builder.make.stamp import inputs_digest, stands, versions
from builder.make.swap import swap

TREE = {"index.html": b"<p>", "weeks/05/index.html": b"heart", "empty.txt": b""}


@pytest.fixture
def site(tmp_path):
    swap(tmp_path / "site", seal(TREE, "2027.1", "digest"))
    return tmp_path / "site"


def test_a_manifest_tells_what_the_tree_holds(site):
    manifest = read_manifest(site)
    assert (manifest.version, manifest.inputs) == ("2027.1", "digest")
    assert {path: size for path, (_, size) in manifest.files.items()} == {path: len(d) for path, d in TREE.items()}
    assert is_whole(site, manifest)
    assert stands(site, "digest")
    assert not stands(site, "another digest")


def test_a_manifest_is_the_same_for_the_same_files():
    assert seal(TREE, "1", "2") == seal(dict(reversed(TREE.items())), "1", "2")
    with pytest.raises(ValueError, match="manifest"):
        seal({"manifest.json": b""}, "1", "2")


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "index.html").write_bytes(b"<q>"),
        lambda site: (site / "index.html").write_bytes(b"<p> "),
        lambda site: (site / "empty.txt").unlink(),
        lambda site: (site / "weeks" / "extra.html").touch(),
        lambda site: (site / "index.html").rename(site / "index.htm"),
        lambda site: ((site / "empty.txt").unlink(), (site / "empty.txt").symlink_to("/dev/null")),
        lambda site: (site / "manifest.json").write_bytes(b"{"),
        lambda site: (site / "manifest.json").write_bytes(b"[]"),
        lambda site: (site / "manifest.json").write_bytes(b"\xff"),
        lambda site: (site / "manifest.json").unlink(),
        lambda site: (site.rename(site.with_name("moved")), site.symlink_to("moved")),
    ],
)
def test_a_tree_that_was_touched_does_not_stand(site, change):
    change(site)
    assert not stands(site, "digest")


@pytest.fixture
def inputs(tmp_path):
    (tmp_path / "weeks").mkdir()
    (tmp_path / "weeks" / "05-heart-failure.yml").write_text("week: 5")
    (tmp_path / "program.yml").write_text("title: x")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "x.yml").touch()
    return tmp_path


NAMES = ("weeks", "program.yml", "sources.yml")


def test_the_same_inputs_have_the_same_digest_anywhere(inputs, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "copy"
    assert subprocess.run(["cp", "-r", inputs, elsewhere]).returncode == 0
    (elsewhere / "weeks" / "__pycache__").mkdir()
    (elsewhere / "weeks" / "__pycache__" / "a.pyc").touch()
    (elsewhere / "unasked.txt").touch()
    assert inputs_digest(inputs, NAMES, ["1"]) == inputs_digest(elsewhere, NAMES, ["1"])


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "weeks" / "05-heart-failure.yml").write_text("week: 6"),
        lambda root: (root / "weeks" / "05-heart-failure.yml").rename(root / "weeks" / "06-heart-failure.yml"),
        lambda root: (root / "weeks" / "new.yml").touch(),
        lambda root: (root / "sources.yml").touch(),
        lambda root: (root / "program.yml").unlink(),
        lambda root: (root / "weeks" / "dangling.yml").symlink_to("nowhere"),
        lambda root: os.mkfifo(root / "weeks" / "pipe.yml"),
        lambda root: (root / "weeks" / "linked").symlink_to("../more"),
    ],
)
def test_any_change_of_the_inputs_changes_the_digest(inputs, change):
    before = inputs_digest(inputs, NAMES)
    change(inputs)
    assert inputs_digest(inputs, NAMES) != before


def test_words_change_the_digest_and_circles_end(inputs):
    (inputs / "weeks" / "circle").symlink_to(".")
    assert inputs_digest(inputs, NAMES, ["typst==1"]) != inputs_digest(inputs, NAMES, ["typst==2"])


def test_versions_of_packages():
    found, missing = versions(["pytest", "no-such-package"])
    assert found == f"pytest=={pytest.__version__}"
    assert missing == "no-such-package==none"


def test_asking_whether_anything_changed_imports_nothing_heavy():
    code = "import sys, builder.make.stamp; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split()
    assert "builder.make.manifest" in loaded
    assert not {"pydantic", "mkdocs", "typst", "yaml", "jinja2", "multiprocessing", "asyncio"} & set(loaded)
