"""JSON Schemas of the data files, made from their shapes, so that editors complete and check them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sitegen.disk import astray
from sitegen.load.files import InputFile, read_files
from sitegen.load.shape.shapes import FILES
from sitegen.modeline import FOLDER, with_modeline
from sitegen.problems import SitegenError
from sitegen.project import require_project, unwritable


def schemas() -> dict[str, str]:
    """Every schema as JSON text, by its path in a project."""
    return {f"{FOLDER}/{name}.json": _schema(name) for name in FILES}


def write_schemas(project: Path) -> str:
    """Writes the schemas to `data/schemas/` and the modeline of each data file; says what it did.

    Files that are as they should be are not touched. Raises SitegenError if the folder is no project or cannot be
    written.
    """
    require_project(project)
    try:
        return _written(project)
    except OSError as error:
        raise unwritable(Path(error.filename or project), error) from error


def _written(project: Path) -> str:
    wanted = schemas()
    for file in data_files(project):
        wanted[file.path] = with_modeline(file.path, file.role, file.text())
    if astrays := [problem for path in wanted if (problem := astray(project, path))]:
        raise SitegenError(tuple(astrays))
    changed = [path for path, text in wanted.items() if _put(project / path, text)]
    return "\n".join(f"wrote {path}" for path in changed) or "All schemas are up to date."


def data_files(project: Path) -> list[InputFile]:
    """The files of a project that have a schema: those under `data/`."""
    return [file for file in read_files(project, ())[0] if file.role in FILES and file.path.startswith("data/")]


def _put(path: Path, text: str) -> bool:
    """Writes the text if the file does not hold it; says whether it did."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def _schema(name: str) -> str:
    document = FILES[name].model_json_schema(schema_generator=_Generator)
    document = {"$schema": "http://json-schema.org/draft-07/schema#"} | document
    document["title"] = name
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_ID = {"type": ["string", "integer"], "pattern": "^[a-z0-9-]+$"}


class _Generator(GenerateJsonSchema):
    """Says what an editor may write, not what Python holds: no nulls, no empty defaults, no names of classes."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A title would only repeat the key."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leaves out the class's name."""
        return {key: value for key, value in super().model_schema(schema).items() if key != "title"}

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
            return {"anyOf": [_ID, found]}
        return {"anyOf": [found["items"], found]}
