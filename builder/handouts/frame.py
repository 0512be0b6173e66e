"""What every sheet wears, whatever stands on it: the agency's name and number, week, version, status and date."""

from datetime import date
from urllib.parse import urlsplit

from builder.edition import Edition, EditionWeek
from builder.handouts.color import readable, tint
from builder.handouts.passage import printed
from builder.model import Plan, Subscriber
from builder.model.vocabulary import LineOfBusiness

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


def frame(edition: Edition, entry: EditionWeek) -> dict:
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
        "agency": _agency(edition.subscriber),
        "plan": _plan(edition.plan),
    }


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


def _agency(subscriber: Subscriber) -> dict:
    contact, color = subscriber.contact, readable(subscriber.color.primary)
    return {
        "name": printed(subscriber.meta.name),
        "phone": contact.phone,
        "fax": contact.fax,
        "address": contact.address and printed(contact.address),
        "web": subscriber.meta.link and urlsplit(subscriber.meta.link).hostname,
        "color": color,
        "tint": tint(color),
    }


def _plan(plan: Plan) -> dict:
    day = plan.published
    return {
        "title": printed(plan.title),
        "version": plan.version,
        "published": [day.year, day.month, day.day],
        "date": spelled(day),
    }
