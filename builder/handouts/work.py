"""The jobs that make sheets and packs, and the files that come of them."""

import json
from collections.abc import Mapping, Sequence

from builder.edition import Edition, Pack
from builder.handouts import design, office, typeset
from builder.handouts.sheets import KINDS, Sheet, sheets
from builder.handouts.style import STYLES
from builder.make import box
from builder.make.bind import Leaf, bind
from builder.make.job import Job

MADE = {"sheet.pdf": "pdf", "preview.png": "png"}
ENGINE = f"{typeset.ENGINE}, pikepdf"


def sheet_jobs(edition: Edition, styles: tuple[str, ...] = tuple(STYLES)) -> list[Job]:
    """A job for each sheet in each of these styles."""
    wanted, made = design.digest(), sheets(edition, styles)
    return [Job(sheet.path, sheet.source(wanted), typeset.typeset, typeset.ENGINE) for sheet in made]


def sheet_files(path: str, data: bytes) -> dict[str, bytes]:
    """What a sheet's job gave, as files: `handouts/05-heart-failure/referral.pdf` and its preview, if it has one."""
    files = box.unpack(data)
    return {f"{path}.{ending}": files[name] for name, ending in MADE.items() if name in files}


def pack_jobs(edition: Edition, made: Mapping[str, bytes]) -> list[Job]:
    """A job for each pack. `made` is what the sheets' jobs gave, by path."""
    by_place = {(sheet.week_key, sheet.kind): sheet for sheet in sheets(edition) if sheet.style == "color"}
    jobs = []
    for pack in edition.packs:
        inside = [by_place[at.key, kind] for kind in pack.kinds for at in pack.weeks]
        jobs.append(pack_job(edition, pack, inside, made))
    return jobs


def pack_job(edition: Edition, pack: Pack, inside: Sequence[Sheet], made: Mapping[str, bytes], copies: int = 1) -> Job:
    """One pack: so many copies of these sheets, kind by kind; a cover before and a sign-off sheet behind them."""
    wanted, files, leaves = design.digest(), {}, []

    def add(name: str, data: bytes, bookmark: str, times: int = 1):
        files[name] = data
        leaves.append([name, bookmark, times])

    if pack.cover:
        cover = office.cover(edition, pack, inside, copies)
        add("cover.json", office.source(cover, wanted), "What to print on what")
    for number, sheet in enumerate(inside):
        name = f"{sheet.data['topic']}, {KINDS[sheet.kind].name}"
        add(
            f"{number:03d}.pdf", box.unpack(made[sheet.path])["sheet.pdf"], f"Week {sheet.data['week']}: {name}", copies
        )
    if pack.sign_off:
        add("sign-off.json", office.source(office.sign_off(edition, pack.weeks[0]), wanted), "Huddle sign-off")
    order = {"title": f"{edition.plan.title}: {pack.title}", "leaves": leaves}
    return Job(pack.path, box.pack({**files, "order.json": json.dumps(order).encode()}), bound, ENGINE)


def bound(source: bytes) -> bytes:
    """The PDF of a pack's source. Its own pages are set here; the sheets in it are ready."""
    files = box.unpack(source)
    order = json.loads(files["order.json"])
    leaves = []
    for name, bookmark, copies in order["leaves"]:
        pdf = files[name] if name.endswith(".pdf") else typeset.pdf(files[name])
        leaves.append(Leaf(pdf, bookmark, copies))
    return bind(leaves, order["title"])
