"""Pictures for screens, drawn in the sheets' design: the app's icon, and what a link looks like in a message."""

from builder.edition import Edition
from builder.handouts import design, office, typeset
from builder.handouts.frame import office as worn
from builder.handouts.passage import printed
from builder.make import box
from builder.make.job import Job

CARDS = "assets/cards"
ICON = "assets/icon"


def jobs(edition: Edition) -> list[Job]:
    """One job for the icons, and one for each card: the program's, and a week's."""
    plan = edition.plan
    cards = [("home", plan.title, f"{plan.tagline}.")]
    cards += [(at.key, at.week.short_title, f"{plan.title}, week {at.number}") for at in edition.written]
    return [
        Job(ICON, _source(edition, kind="icon", heading=plan.title), typeset.icons, typeset.ENGINE),
        *(Job(f"{CARDS}/{name}.png", _card(edition, *says), typeset.screen, typeset.ENGINE) for name, *says in cards),
    ]


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`assets/icon-192.png`, `assets/cards/05-heart-failure.png`."""
    if path != ICON:
        return {path: data}
    return {f"{ICON}-{name}": icon for name, icon in box.unpack(data).items()}


def _card(edition: Edition, heading: str, kicker: str) -> bytes:
    return _source(edition, kind="card", heading=printed(heading), kicker=printed(kicker))


def _source(edition: Edition, **data) -> bytes:
    wear = worn(edition, "color")
    name = edition.subscriber.meta.name
    initials = "".join(word[0] for word in name.split() if word[0].isalpha())[:2].upper()
    agency = {**wear["agency"], "initials": printed(initials), "qr": None}
    return office.source({"title": data["heading"], **data, **wear, "agency": agency}, design.digest())
