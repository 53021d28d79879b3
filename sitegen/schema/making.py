"""The JSON Schema of a kind of data file, from its shape: what an editor offers, explains and underlines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sitegen.load.shape.refs import NAMES
from sitegen.load.shape.shapes import FILES
from sitegen.schema.ids import FILE
from sitegen.schema.reference import described

_DRAFT = {"$schema": "http://json-schema.org/draft-07/schema#"}
_DEFINITIONS = "#/definitions/"


def text_of(title: str, schema: dict[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps({**_DRAFT, **schema, "title": title}, ensure_ascii=False, indent=1) + "\n"


def schema_of(role: str) -> dict[str, Any]:
    """The schema of the files of a role."""
    found = FILES[role].model_json_schema(ref_template=_DEFINITIONS + "{model}", schema_generator=_Generator)
    shapes = {FILES[role].__name__: found, **found.pop("$defs", {})}
    for name in shapes.keys() & described().keys():
        _describe(shapes[name], described()[name])
        _pass_down(shapes[name], "", {ref: shape for ref, shape in shapes.items() if ref not in described()})
    definitions = {name: shape for name, shape in shapes.items() if shape is not found}
    linked: dict[str, Any] = _linked({**found, "definitions": definitions} if definitions else found)
    return linked


def _describe(schema: Any, words: Mapping[str, str]) -> None:
    """Says of each key what it takes."""
    for key, value in schema.get("properties", {}).items():
        if key in words:
            value["description"] = words[key]
    for inner in (*schema.get("anyOf", ()), schema.get("additionalProperties")):
        if isinstance(inner, dict):
            _describe(inner, words)


def _pass_down(schema: Any, words: str, shapes: Mapping[str, Any]) -> None:
    """Says of keys that nothing else is said of what is said of the key that holds them."""
    match schema:
        case {"$ref": str(ref)} if shape := shapes.get(ref.removeprefix(_DEFINITIONS)):
            _pass_down(shape, words, shapes)
        case {"properties": dict(keys)}:
            for value in keys.values():
                if words:
                    value.setdefault("description", words)
                _pass_down(value, value.get("description", ""), shapes)
        case dict():
            for value in schema.values():
                _pass_down(value, words, shapes)
        case list():
            for value in schema:
                _pass_down(value, words, shapes)


def _linked(schema: Any) -> Any:
    """The schema with a link to the definition of each kind of id that it names."""
    match schema:
        case {"sitegen-names": str(kind), **rest}:
            return {**_linked(rest), "$ref": f"{FILE}{_DEFINITIONS}{kind}"}
        case dict():
            return {key: _linked(value) for key, value in schema.items()}
        case list():
            return [_linked(each) for each in schema]
    return schema


class _Generator(GenerateJsonSchema):
    """Says what an editor may write, not what Python holds: no nulls, no empty defaults, no names of classes."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A title would only repeat the key."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leaves out the class's name and what it says to programmers."""
        return {
            key: value for key, value in super().model_schema(schema).items() if key not in ("title", "description")
        }

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A map whose keys are checked and offered as values are."""
        keys = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        named = {key: value for key, value in keys.items() if key not in ("type", "minimum", "maximum")}
        return {"type": "object", "additionalProperties": values} | ({"propertyNames": named} if named else {})

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key may be left out; a key without a value is an error."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Shows a default only if it says something."""
        found = super().default_schema(schema)
        return {key: value for key, value in found.items() if key != "default" or value not in (None, [], {})}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Where a list may stand, one item may; where keys may stand, an id may. The shapes use no other of these."""
        found = super().function_before_schema(schema)
        if "items" not in found:
            return {"anyOf": [{NAMES: "entity"}, found]}
        return {"anyOf": [found["items"], found]}
