"""One page's Markdown -> its HTML, as a job of its own, so that a page that didn't change is never rendered twice.

Rendering is two thirds of what MkDocs does, and depends on little: the page's Markdown, the extensions, and which other
files there are to link to. The site's own job then takes the pages ready-made.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import markdown
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

DOCS = "docs/"
RENDERED = "rendered/"
SETTINGS = ("markdown_extensions", "use_directory_urls", "validation")
"""Of mkdocs.yml, all that rendering depends on."""


class PageError(RuntimeError):
    """What MkDocs had to say against a page, a line each."""


def sources(staged: Mapping[str, bytes]) -> dict[str, bytes]:
    """Path of each page in the staged folder -> the source of its job."""
    config = yaml.safe_load(staged["mkdocs.yml"])
    settings = {key: config[key] for key in SETTINGS if key in config}
    paths = sorted(path.removeprefix(DOCS) for path in staged if path.startswith(DOCS))
    return {
        f"{DOCS}{path}": json.dumps([settings, paths, path, staged[DOCS + path].decode()]).encode()
        for path in paths
        if path.endswith(".md")
    }


def render(source: bytes) -> bytes:
    """JSON of a rendered page. Raises PageError for a link that leads nowhere."""
    settings, paths, path, text = json.loads(source)
    config, files = _frame(json.dumps(settings), tuple(paths))
    file = files.get_file_from_path(path)
    file.content_string = text
    page = Page(None, file, config)
    page.read_source(config)
    with _warnings() as said, _contents() as toc:
        page.render(config, files)
    if said:
        raise PageError("\n".join(said))
    return json.dumps(
        {
            "markdown": page.markdown,
            "content": page.content,
            "toc": toc,
            "title": page._title_from_render,
            "anchors": sorted(page.present_anchor_ids),
            "links": {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
        }
    ).encode()


@contextmanager
def ready_made(rendered: Mapping[str, bytes]) -> Iterator[None]:
    """MkDocs takes these pages (path -> what `render` gave) as they are, unless a plugin changed their Markdown."""
    pages = {path: json.loads(data) for path, data in rendered.items()}
    real = Page.render

    def take(page: Page, config, files) -> None:
        made = pages.get(page.file.src_uri)
        if not made or made["markdown"] != page.markdown:
            return real(page, config, files)
        page.content, page.toc, page._title_from_render = made["content"], get_toc(made["toc"]), made["title"]
        page.present_anchor_ids = set(made["anchors"])
        page.links_to_anchors = {files.get_file_from_path(path): links for path, links in made["links"].items()}

    Page.render = take
    try:
        yield
    finally:
        Page.render = real


@lru_cache(maxsize=1)
def _frame(settings: str, paths: tuple[str, ...]) -> tuple[MkDocsConfig, Files]:
    config = MkDocsConfig()
    # No folder of pages is ever read; MkDocs only insists that there is one.
    config.load_dict({"site_name": "-", "plugins": [], "docs_dir": str(Path(__file__).parent), **json.loads(settings)})
    config.validate()
    return config, Files([File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths])


@contextmanager
def _contents() -> Iterator[list]:
    """The table of contents that Markdown hands to MkDocs while a page is rendered."""
    real, tokens = markdown.Markdown.convert, []

    def convert(self, text: str) -> str:
        html = real(self, text)
        tokens.extend(getattr(self, "toc_tokens", ()))
        return html

    markdown.Markdown.convert = convert
    try:
        yield tokens
    finally:
        markdown.Markdown.convert = real


@contextmanager
def _warnings() -> Iterator[list[str]]:
    said = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        yield said
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
