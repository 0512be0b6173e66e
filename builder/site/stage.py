"""Edition and frame -> a folder that any engine builds: `mkdocs.yml` without hooks, and `docs/`."""

import re
from collections.abc import Mapping
from html import escape

import yaml

from builder.edition import Edition
from builder.pages import nav, pages
from builder.pages.sheets import sheets
from builder.site.app import facts, feed, webmanifest
from builder.site.brand import stylesheet
from builder.site.frame import Frame

STYLES = "assets/site.css"
"""All our styles: one file to wait for instead of five."""


def stage(edition: Edition, frame: Frame) -> dict[str, bytes]:
    """Path -> bytes of the whole folder."""
    config = {**frame.config, **settings(edition, frame.config), "docs_dir": "docs", "site_dir": "site"}
    config.pop("hooks", None)
    docs = {**frame.content, **generated(edition), **dict.fromkeys(placeholders(edition), b"")}
    docs[STYLES] = "\n".join(plainer(docs.pop(path).decode()) for path in config["extra_css"]).encode()
    config["extra_css"] = [STYLES]
    staged = {f"docs/{path}": data for path, data in docs.items()}
    return {"mkdocs.yml": yaml.safe_dump(config, allow_unicode=True, sort_keys=False).encode(), **staged}


def plainer(css: str) -> str:
    """A stylesheet without its comments and indents."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()


def generated(edition: Edition) -> dict[str, bytes]:
    """Path -> bytes of what the edition adds to `content/`."""
    made = {path: text.encode() for path, text in pages(edition).items()}
    return {
        **made,
        "assets/brand.css": stylesheet(edition.subscriber.color.primary).encode(),
        "app.webmanifest": webmanifest(edition),
        "feed.xml": feed(edition),
    }


def settings(edition: Edition, config: Mapping[str, object]) -> dict[str, object]:
    """The settings that an edition decides."""
    plan, agency = edition.plan, edition.subscriber.meta.name
    return {
        "site_name": escape(plan.title),
        "site_description": escape(f"{plan.tagline}."),
        "copyright": f"{escape(f'{plan.title} {plan.version} for {agency}')}. For staff training; not medical advice.",
        "extra": {**config.get("extra", {}), "published": plan.published.isoformat(), "facts": facts(edition)},
        "site_url": facts(edition)["site"],
        "nav": nav(edition),
    }


def placeholders(edition: Edition) -> list[str]:
    """Paths of sheets and packs. They stand empty in the staged folder, so that links to them are checked."""
    made = [str(path) for at in edition.written for each in sheets(at) for path in each.files]
    return made + [pack.path for pack in edition.packs]


def is_placeholder(path: str, data: bytes) -> bool:
    """True for an empty sheet: the real one comes from its own job."""
    return not data and path.startswith("handouts/")
