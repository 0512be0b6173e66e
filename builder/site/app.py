"""The site as an app and as a feed: its name and icon for a home screen, its weeks for a reader of feeds."""

import json
from xml.sax.saxutils import escape, quoteattr

from builder.edition import Edition, EditionWeek
from builder.site.brand import NIGHT, PAPER

ICONS = (192, 512)


def facts(edition: Edition) -> dict[str, str]:
    """What the head of every page says of the site."""
    site = edition.subscriber.meta.site or ""
    return {"name": edition.plan.title, "light": PAPER, "dark": NIGHT, "site": site and site.rstrip("/") + "/"}


def webmanifest(edition: Edition) -> bytes:
    """`app.webmanifest` (W3C Web Application Manifest), under the subscriber's name and icon."""
    agency = edition.subscriber.meta.name
    icons = [
        {"src": f"assets/icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
        for side in ICONS
        for purpose in ("any", "maskable")
    ]
    record = {
        "name": f"{edition.plan.title}: {agency}",
        "short_name": agency if len(agency) <= 12 else edition.plan.title,
        "description": f"{edition.plan.tagline}.",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"


def feed(edition: Edition) -> bytes:
    """`feed.xml` (Atom, RFC 4287): an entry a written week, dated by its Monday."""
    site, plan = facts(edition)["site"], edition.plan
    entries = "".join(_entry(at, site) for at in edition.written)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{escape(site or _name(edition))}</id>\n<title>{escape(plan.title)}</title>\n"
        f"<subtitle>{escape(plan.tagline)}</subtitle>\n<updated>{plan.published}T00:00:00Z</updated>\n"
        f"<author><name>{escape(edition.subscriber.meta.name)}</name></author>\n"
        f'<link rel="self" href={quoteattr(f"{site}feed.xml")}/>\n<link href={quoteattr(site or "./")}/>\n'
        f"{entries}</feed>\n"
    ).encode()


def _entry(at: EditionWeek, site: str) -> str:
    address = f"{site}weeks/{at.key}/"
    return (
        f"<entry>\n<id>{escape(address if site else f'urn:roadmap:week:{at.key}')}</id>\n"
        f"<title>{escape(f'Week {at.number}: {at.week.short_title}')}</title>\n"
        f"<updated>{at.monday}T00:00:00Z</updated>\n<link href={quoteattr(address)}/>\n"
        f"<summary>{escape(at.week.call.talking_points[0].say)}</summary>\n</entry>\n"
    )


def _name(edition: Edition) -> str:
    return f"urn:roadmap:{edition.plan.version}"
