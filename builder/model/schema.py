"""What is made from the models: JSON Schemas, for editors that check while one types, and the field guide."""

import json

from pydantic.json_schema import GenerateJsonSchema

from builder.model.bibliography import Bibliography
from builder.model.guide import field_guide
from builder.model.program import Plan
from builder.model.record import Record
from builder.model.subscriber import Subscriber
from builder.model.vocabulary import Word
from builder.model.week import Week

SCHEMAS = {
    "schema/week.schema.json": Week,
    "schema/program.schema.json": Plan,
    "schema/sources.schema.json": Bibliography,
    "schema/subscriber.schema.json": Subscriber,
}
"""Where each lies: YAML files name theirs in the first line, for editors."""

_GUIDE = {
    "A week: `weeks/NN-slug.yml`": Week,
    "The program: `program.yml`": Plan,
    "The sources: `sources.yml`": Bibliography,
    "A subscriber: `subscribers/NAME.yml`": Subscriber,
}


class _Schema(GenerateJsonSchema):
    """No title for a field (it would repeat the name); the label of each word of a closed list, which editors show."""

    def field_title_should_be_set(self, schema) -> bool:
        return False

    def enum_schema(self, schema) -> dict:
        labels = [word.label for word in schema["members"] if isinstance(word, Word)]
        return {**super().enum_schema(schema), **({"enumDescriptions": labels} if labels else {})}


def as_data(model: type[Record]) -> dict:
    """The JSON Schema (2020-12) of a record."""
    return {"$schema": _Schema.schema_dialect, **model.model_json_schema(schema_generator=_Schema)}


def documents() -> dict[str, str]:
    """Path -> text of the schemas and the guide. The same models give the same text."""
    schemas = {path: json.dumps(as_data(model), indent=2, ensure_ascii=False) + "\n" for path, model in SCHEMAS.items()}
    guide = field_guide({heading: as_data(model) for heading, model in _GUIDE.items()})
    return {**schemas, "docs/field-guide.md": guide}
