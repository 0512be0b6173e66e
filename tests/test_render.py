"""Pages rendered as jobs of their own make the very site that MkDocs makes alone."""

import pytest
from mkdocs.structure.pages import Page

from builder.make.box import pack, unpack
from builder.site import engine, render
from builder.site.frame import read_frame
from builder.site.render import DOCS, RENDERED, PageError
from builder.site.stage import stage
from tests.corpus import GOOD
from tests.site import ROOT, edition_of


@pytest.fixture(scope="module")
def staged() -> dict[str, bytes]:
    return stage(edition_of(GOOD), read_frame(ROOT))


@pytest.fixture(scope="module")
def rendered(staged) -> dict[str, bytes]:
    return {RENDERED + path.removeprefix(DOCS): render.render(text) for path, text in render.sources(staged).items()}


def test_every_page_is_rendered(staged, rendered):
    assert {path.removeprefix(RENDERED) for path in rendered} == {
        path.removeprefix(DOCS) for path in staged if path.endswith(".md")
    }


def test_the_site_is_the_same_to_the_byte(staged, rendered):
    assert unpack(engine.build(pack(staged | rendered))) == unpack(engine.build(pack(staged)))


def test_a_page_whose_markdown_changed_is_not_taken_ready_made(staged, rendered):
    path = f"{DOCS}about.md"
    changed = staged | {path: staged[path] + b"\n\nOne sentence more.\n"}
    site = unpack(engine.build(pack(changed | rendered)))
    assert b"One sentence more." in site["about/index.html"]


def test_a_link_that_leads_nowhere_is_told_with_its_page(staged):
    path = f"{DOCS}about.md"
    broken = staged | {path: staged[path] + b"\n\n[gone](gone.md)\n"}
    with pytest.raises(PageError, match=r"about\.md.*gone\.md"):
        render.render(render.sources(broken)[path])


def test_mkdocs_is_itself_again_afterwards():
    real = Page.render
    with pytest.raises(RuntimeError), render.ready_made({}):
        assert Page.render is not real
        raise RuntimeError("while building")
    assert Page.render is real
