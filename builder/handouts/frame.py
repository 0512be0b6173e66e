"""What every sheet wears, whatever stands on it: the agency's name and number, week, version, status and date."""

from datetime import date
from urllib.parse import urlsplit

from builder.edition import Edition, EditionWeek
from builder.handouts import qr
from builder.handouts.passage import printed
from builder.handouts.style import colors, in_style
from builder.model import Plan
from builder.model.vocabulary import LineOfBusiness
from builder.read import Drawing

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LEADS = {
    LineOfBusiness.HOME_HEALTH: "Think of home health when you see",
    LineOfBusiness.HOSPICE: "Think of a hospice evaluation when you see",
    LineOfBusiness.PRIVATE_DUTY: "Think of private-duty care when you see",
}
"""Over a referral sheet's triggers, by the line of business that leads the week."""

FREEDOM = (
    "Patients and families are free to choose any provider. Whether a service fits is decided by the clinician and the "
    "patient; this sheet does not replace that judgment."
)
"""On every sheet for a referral source (42 CFR 482.43)."""


def frame(edition: Edition, entry: EditionWeek, style: str) -> dict:
    """The data that all sheets of a week share."""
    week = entry.week
    return {
        "week": entry.number,
        "topic": printed(week.short_title),
        "codes": printed(f"ICD-10-CM {edition.release}: {week.codes.family}"),
        "status": _status(entry),
        "draft": entry.standing != "reviewed",
        "lead": LEADS[week.lines[0]],
        "freedom": FREEDOM,
        **office(edition, style),
    }


def office(edition: Edition, style: str) -> dict:
    """What everything printed has in common: whose it is, of which program, in which style."""
    return {"style": style, "agency": _agency(edition, style), "plan": _plan(edition.plan)}


def spelled(day: date) -> str:
    """February 1, 2027, whatever the machine's locale."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _status(entry: EditionWeek) -> str:
    review = entry.week.review
    if entry.standing == "draft":
        return "Draft - not yet reviewed by a clinician"
    if entry.standing != "reviewed":
        return "Draft - the review no longer holds"
    return printed(f"Reviewed by {review.by}, {review.credential}, {spelled(review.on)}")


def _agency(edition: Edition, style: str) -> dict:
    meta, contact = edition.subscriber.meta, edition.subscriber.contact
    return {
        "name": printed(meta.name),
        "phone": contact.phone,
        "fax": contact.fax,
        "address": contact.address and printed(contact.address),
        "license": contact.license and printed(contact.license),
        "web": meta.link and urlsplit(meta.link).hostname,
        "qr": meta.link and qr.code(meta.link)._asdict(),
        "logo": edition.logo and _logo(edition.logo, style),
        **colors(edition.subscriber.color.primary, style),
    }


def _logo(logo: Drawing, style: str) -> dict:
    return {
        "svg": in_style(logo.svg, style),
        "ratio": logo.ratio,
        "alt": printed(logo.alt),
        "panel": logo.dark,
    }


def _plan(plan: Plan) -> dict:
    day = plan.published
    return {
        "title": printed(plan.title),
        "version": plan.version,
        "published": [day.year, day.month, day.day],
        "date": spelled(day),
    }
