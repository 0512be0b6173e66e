"""What a page tells the device and the link preview: name, colors, icon, feed, picture."""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
ABOUT = re.compile(r'<meta name="description" content="([^"]*)">')

FIRST = tuple(f"assets/{name}.js" for name in ("start", "this-week", "days", "element"))
"""Scripts of the home page's first sight: this week."""

FONT = "assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"


def head(html: str, path: str, facts: Mapping[str, str]) -> str:
    """Tags for the head of the page at `path`. `facts`: name, both grounds, and where the site is, if known."""
    # The page for a wrong address stands at any depth, so it counts from the root of its host.
    base = urlsplit(facts["site"]).path or "/" if path == "404.html" else "../" * path.count("/")
    title, about = _found(TITLE, html), _found(ABOUT, html)
    address = path.removesuffix("index.html")
    tags = [
        f'<link rel="preload" href="{base}{FONT}" as="font" type="font/woff2" crossorigin>',
        f'<link rel="manifest" href="{base}app.webmanifest">',
        f'<link rel="apple-touch-icon" href="{base}assets/icon-180.png">',
        f'<link rel="alternate" type="application/atom+xml" title="{escape(facts["name"])}" href="{base}feed.xml">',
        f'<meta name="theme-color" media="(prefers-color-scheme: light)" content="{facts["light"]}">',
        f'<meta name="theme-color" media="(prefers-color-scheme: dark)" content="{facts["dark"]}">',
        f'<meta name="rr-worker" content="{base}sw.js">',
        '<meta property="og:type" content="website">',
        f'<meta property="og:site_name" content="{escape(facts["name"])}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{about}">',
        f'<meta property="og:image" content="{facts["site"] or base}{_picture(path)}">',
        '<meta name="twitter:card" content="summary_large_image">',
    ]
    if path == "index.html":
        tags += [f'<link rel="modulepreload" href="{script}">' for script in FIRST]
    if facts["site"] and path != "404.html":
        tags.append(f'<meta property="og:url" content="{facts["site"]}{address}">')
    return "\n".join((*tags, ""))


def _picture(path: str) -> str:
    """The link preview's picture: a week's own, else the program's."""
    week = re.match(r"weeks/([^/]+)/", path)
    return f"assets/cards/{week[1]}.png" if week else "assets/cards/home.png"


def _found(pattern: re.Pattern, html: str) -> str:
    found = pattern.search(html)
    return found[1].strip() if found else ""
