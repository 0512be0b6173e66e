"""The site: plain staging, a strict engine, the same bytes anywhere, repaired HTML, and MkDocs's own commands."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from builder.handouts import sheets
from builder.handouts.color import contrast
from builder.make.box import pack, unpack
from builder.pages import sheets as shown
from builder.site import build, read_frame, stage
from builder.site.brand import BY_DAY, BY_NIGHT, NIGHT, PAPER, stylesheet
from builder.site.engine import EngineError
from builder.site.finish import finish
from builder.site.stage import placeholders
from tests.corpus import GOOD
from tests.site import ROOT, edition_of, real_site

FRAME = read_frame(ROOT)
ODD = "<b> & \"x\" 'y' *z* $1 `q` אבג 😀"


@pytest.fixture(scope="module")
def staged():
    return stage(edition_of(GOOD), FRAME)


@pytest.fixture(scope="module")
def site(staged):
    return unpack(build(pack(staged)))


def year_of(project):
    """An edition with 52 written weeks: the good one, repeated."""
    made = edition_of(project)
    written = made.written[0].week
    weeks = [
        replace(at, week=written.model_copy(update={"week": at.number, "slug": at.topic.slug})) for at in made.weeks
    ]
    return replace(made, weeks=tuple(weeks))


def pages_of(files):
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_the_staged_folder_is_plain(staged):
    config = yaml.safe_load(staged["mkdocs.yml"])
    assert "hooks" not in config and config["docs_dir"] == "docs"
    assert all(path == "mkdocs.yml" or path.startswith("docs/") for path in staged)
    assert {f"docs/{path}" for path in placeholders(edition_of(GOOD))} <= staged.keys()


def test_pages_and_sheets_agree_on_kinds_and_their_names():
    made = [sheet for sheet in sheets(edition_of(GOOD)) if sheet.style == "color"]
    assert [(kind, label.lower()) for kind, label, _ in shown.KINDS] == [(each.kind, each.name) for each in made]


def test_every_page_is_reached_from_the_navigation(staged):
    def paths(entry):
        values = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
        return {entry} if isinstance(entry, str) else {path for each in values for path in paths(each)}

    nav = yaml.safe_load(staged["mkdocs.yml"])["nav"]
    below = re.compile(r"docs/(weeks/[^/]+|find/source)/[^/]+\.md")
    apart = {path for path in staged if below.fullmatch(path)}
    assert {f"docs/{path}" for path in paths(nav)} == {path for path in staged if path.endswith(".md")} - apart
    linked = " ".join(data.decode() for path, data in staged.items() if path.endswith(".md"))
    assert [path for path in apart if path.split("/", 3)[-1] not in linked] == [], "reached from another page"


def test_the_site_has_a_page_for_each_markdown_file_and_no_empty_sheet(staged, site):
    wanted = {path[5:-3] for path in staged if path.endswith(".md")}
    folders = {path.removesuffix("/index.html").removesuffix("index.html") or "index" for path in pages_of(site)}
    assert folders == wanted | {"404.html"}
    assert not [path for path, data in site.items() if not data]
    assert not set(placeholders(edition_of(GOOD))) & site.keys()


def test_a_broken_link_stops_the_build_and_is_named(staged):
    broken = {**staged, "docs/about.md": b"# About\n\n[nowhere](nowhere.md)\n"}
    with pytest.raises(EngineError, match=r"about\.md.*nowhere\.md"):
        build(pack(broken))


def test_another_process_folder_and_time_zone_give_the_same_bytes(staged, site, tmp_path):
    source, result = tmp_path / "source", tmp_path / "result"
    source.write_bytes(pack(staged))
    code = (
        "import pathlib, sys; from builder.site import build; "
        "pathlib.Path(sys.argv[2]).write_bytes(build(pathlib.Path(sys.argv[1]).read_bytes()))"
    )
    elsewhere = tmp_path / "a longer folder with spaces"
    elsewhere.mkdir()
    world = {"TZ": "Pacific/Kiritimati", "TMPDIR": str(elsewhere), "PYTHONHASHSEED": "99", "SOURCE_DATE_EPOCH": "1"}
    subprocess.run([sys.executable, "-c", code, source, result], env=os.environ | world, cwd=ROOT, check=True)
    there = unpack(result.read_bytes())
    assert [path for path in site.keys() | there.keys() if site.get(path) != there.get(path)] == []


def test_the_engine_leaves_the_environment_as_it_was(staged, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    with pytest.raises(EngineError):
        build(pack({**staged, "docs/about.md": b"[nowhere](nowhere.md)"}))
    assert os.environ["SOURCE_DATE_EPOCH"] == "5"


def test_titles_of_any_text_stay_text():
    made = edition_of(GOOD)
    week = made.written[0].week.model_copy(update={"short_title": ODD, "title": ODD})
    plan = made.plan.model_copy(update={"title": ODD, "tagline": ODD})
    weeks = tuple(replace(at, week=week) if at.week else at for at in made.weeks)
    files = unpack(build(pack(stage(replace(made, weeks=weeks, plan=plan), FRAME))))
    page, before = (parser.fromstring(files[f"{path}/index.html"]) for path in ("weeks/05-heart-failure", "calendar"))
    assert page.xpath("//title/text()") == [f"Week 5: {ODD} - {ODD}"]
    assert page.xpath("//h1")[0].text_content() == ODD
    assert page.xpath("//meta[@name='description']/@content") == ["Weight tells first."]
    assert f"5. {ODD}" in " ".join(page.xpath("//nav[contains(@class, 'md-nav--primary')]")[0].text_content().split())
    assert ODD in page.xpath("//div[@class='md-copyright']")[0].text_content()
    assert before.xpath("//a[contains(@class, 'link--next')]/@aria-label") == [f"Next: 5. {ODD}"]


def test_a_page_of_a_full_year_carries_few_links_to_other_weeks():
    files = pages_of(unpack(build(pack(stage(year_of(GOOD), FRAME)))))
    lessons = [page for path, page in files.items() if re.fullmatch(r"weeks/[^/]+/index.html", path)]
    assert len(lessons) == 52
    for page in lessons:
        nav = parser.fromstring(page).xpath("//nav[contains(@class, 'md-nav--primary')]")[0]
        weeks = [link for link in nav.xpath(".//a/@href") if re.match(r"\.\./\d\d-", link)]
        assert len(weeks) <= 13 + 3, "its own quarter, and the first week of each other"
        assert len(nav.xpath(".//a")) < 60


def test_no_page_asks_another_host_for_anything():
    loads = "//link[not(@rel='canonical')]/@href | //script/@src | //img/@src | //source/@src | //iframe/@src"
    for path, page in pages_of(real_site()).items():
        assert not [each for each in parser.fromstring(page).xpath(loads) if re.match(r"(https?:)?//", each)], path
    for path, data in real_site().items():
        if path.endswith(".css"):
            assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", data.decode()), path


def test_every_link_and_picture_of_the_real_site_leads_somewhere():
    files = real_site()
    for path, page in pages_of(files).items():
        for link in parser.fromstring(page).xpath("//a/@href | //img/@src | //link/@href | //script/@src"):
            if path == "404.html":
                link = link.removeprefix("/")
            address = urlsplit(urljoin(f"site:///{path}", link))
            if address.scheme != "site":
                continue
            name = address.path.lstrip("/")
            found = files.get(f"{name}index.html" if name.endswith("/") or not name else name)
            assert found, f"{path}: {link}"
            if address.fragment and not address.fragment.startswith("__"):
                assert f'id="{address.fragment}"' in found.decode(), f"{path}: {link}"


def test_what_the_theme_leaves_broken_is_repaired(site):
    for path, page in pages_of(site).items():
        tree = parser.fromstring(page)
        assert not tree.xpath("//input[@type='checkbox']/@autocomplete"), path
        assert tree.xpath("//div[@role='dialog']/@aria-label") == ["Search"], path
        assert not re.search(r"<(?:br|hr|img|input|link|meta)\b[^>]*/>", page), path
        assert not tree.xpath("//nav/@aria-expanded"), path
    week = parser.fromstring(site["weeks/05-heart-failure/index.html"])
    assert week.xpath("//div[contains(@class, 'tabbed-labels')]/@tabindex") == ["0"]
    assert finish(finish(site["index.html"].decode())) == site["index.html"].decode()


@settings(max_examples=200, deadline=None)
@given(st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True))
def test_any_brand_color_can_be_read(color):
    light, mark, dark = re.findall(r"--rr-(?:brand|mark):(#[0-9a-f]{6})", stylesheet(color))
    assert contrast(light, PAPER) >= BY_DAY and contrast(light, "#ffffff") >= BY_DAY
    assert contrast(dark, NIGHT) >= BY_NIGHT and contrast(dark, "#10181a") >= 4.5
    assert mark == light


def project(target):
    """The good project as an agency has it: content, frame and program side by side."""
    shutil.copytree(GOOD, target, dirs_exist_ok=True)
    shutil.copytree(ROOT / "content", target / "content")
    shutil.copy(ROOT / "mkdocs.yml", target)
    (target / "builder").symlink_to(ROOT / "builder")
    return target


def mkdocs(root, *arguments):
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)


def test_bare_mkdocs_builds_the_same_pages_without_a_warning(site, tmp_path):
    root = project(tmp_path / "here")
    done = mkdocs(root, "build")
    assert done.returncode == 0 and "WARNING" not in done.stderr, done.stderr
    made = {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in (root / "site").rglob("*.html")}
    assert made.keys() == pages_of(site).keys()
    assert [path for path in made if _body(made[path]) != _body(site[path])] == [], "only the head knows of an edition"
    sheets = sorted(path.name for path in (root / "site" / "handouts" / "05-heart-failure").iterdir())
    assert len(sheets) == 16 and "patient.pdf" in sheets


def _body(page: bytes) -> bytes:
    return page.partition(b"</head>")[2]


def test_bare_mkdocs_names_the_place_of_a_mistake(tmp_path):
    root = project(tmp_path / "here")
    week = root / "weeks" / "05-heart-failure.yml"
    week.write_text(week.read_text("utf-8").replace("\nshort_title:", "\nshort_titel:"), "utf-8")
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert re.search(r"weeks/05-heart-failure\.yml:\d+:1 ", done.stderr) and "short_title" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists() or not any((root / "site").iterdir())


def test_zensical_builds_the_same_articles(staged, site, tmp_path):
    """A second engine reads the staged folder: the Markdown isn't tied to one."""
    zensical = shutil.which("zensical", path=Path(sys.executable).parent)
    if not zensical:
        pytest.skip("install zensical==0.0.73 to compare a second engine")
    for path, data in staged.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    subprocess.run([zensical, "build", "--clean"], cwd=tmp_path, check=True, capture_output=True, timeout=120)

    def article(page):
        found = parser.fromstring(page).xpath("//article")[0]
        for tags in found.xpath(".//nav[@class='md-tags']"):  # words for the search, which this engine prints too
            tags.drop_tree()
        return " ".join(found.text_content().split())

    for path, page in pages_of(site).items():
        if path != "404.html":
            assert article((tmp_path / "site" / path).read_text("utf-8")) == article(page), path
