"""A week to be filled in. It is made from the models, and knows what `program.yml` announces."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from pydantic import BaseModel

from builder.model import Plan, Topic, Week
from builder.model.schema import as_data
from builder.problem import ContentError, Place, Problem
from builder.read.program import read_plan
from builder.read.stubs import WANTED, yaml_stub
from builder.read.week import NAME, NAMED

_HEAD = """# yaml-language-server: $schema=../schema/week.schema.json
# Each text in brackets waits to be written; docs/field-guide.md says what a field must be.
# Quote a text that holds `: ` or ` #`. Cite a source of sources.yml as [@its-id].
"""
_COMMENTED = """# yaml-language-server: $schema=../schema/week.schema.json
# A whole week with a comment at every field, written by `roadmap schema`; don't edit it.
"""
_ON_ONE_LINE = {"lines", "programs", "rows", "columns"}
_SOURCES = ("hospital_case_manager", "primary_care", "snf")
_CODE = "Z76.89"  # billable, and of no disease: nobody takes it for the week's own


def skeleton(root: Path, week: int, slug: str) -> str:
    """The text of `weeks/NN-SLUG.yml`. ContentError when the slug can't be one or `program.yml` can't be read."""
    file = f"{week:02d}-{slug}.yml"
    if not NAME.fullmatch(file) or len(slug) > 48:
        hint = "write small letters, digits and single hyphens, at most 48 characters: heart-failure"
        raise ContentError([Problem(Place(f"weeks/{file}"), NAMED, f"`{slug}` can't be a week's slug", hint)])
    plan, problems = read_plan(root)
    if plan is None:
        raise ContentError(problems)
    topic = plan.topics[week - 1]
    if topic.slug != slug:
        topic = Topic(week=week, slug=slug, title="(to be written: title)", lines=topic.lines, family="(to be written)")
    return _HEAD + yaml_stub(as_data(Week), _known(plan, topic))


def commented(week: Week) -> str:
    """A whole week with a comment at every field: what the skeleton becomes."""
    return _COMMENTED + yaml_stub(as_data(Week), dict(_values((), week)))


def _values(path: tuple, value: object) -> Iterator[tuple[tuple, object]]:
    """Path -> value of everything that stands in a record; blocks and lists are marked as wanted."""
    if isinstance(value, BaseModel):
        yield path, WANTED
        for name in type(value).model_fields:
            yield from _values((*path, name), getattr(value, name))
    elif isinstance(value, tuple) and value and path[-1] not in _ON_ONE_LINE:
        yield path, WANTED
        for index, item in enumerate(value):
            yield from _values((*path, index), item)
    elif value not in (None, ()):
        yield path, value


def _known(plan: Plan, topic: Topic) -> dict:
    """Path -> value, where the program or the week's place in it says what stands there."""
    known = {
        ("week",): topic.week,
        ("slug",): topic.slug,
        ("title",): topic.title,
        ("lines",): topic.lines,
        ("codes", "family"): topic.family,
        ("codes", "examples", 0, "code"): _CODE,
        ("codes", "pdgm", "status"): "believed" if topic.group else "unknown",
        ("handouts", "patient", "tool", "rows"): 7,
        ("review", "review_by"): plan.published + timedelta(days=365),
    }
    known |= {("care", line): WANTED for line in topic.lines}
    known |= {("sources_of_referral", n, "type"): word for n, word in enumerate(_sources(topic))}
    return known | _optional(topic)


def _sources(topic: Topic) -> tuple[str, ...]:
    """The topic's referral sources, and common ones up to three."""
    return tuple(dict.fromkeys([*topic.sources, *_SOURCES]))[: max(3, len(topic.sources))]


def _optional(topic: Topic) -> dict:
    known = {("programs",): topic.programs, ("codes", "pdgm", "group"): topic.group}
    known[("observance",)] = topic.observance and topic.observance.model_dump()
    known[("short_title",)] = topic.title if len(topic.title) <= 28 else None
    return {path: value for path, value in known.items() if value}
