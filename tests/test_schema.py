"""Schemas: editors are reported what the shapes take, and the files of the repository are in step."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from sitegen.modeline import modeline, with_modeline
from sitegen.schema import data_files, schemas, write_schemas

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "sitegen" / "scaffold" / "starter"


class Yaml12(yaml.SafeLoader):
    """Types scalars as editors do, by YAML 1.2: `no` and `2025-03-20` are texts."""


Yaml12.yaml_implicit_resolvers = {}

Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(null|~|)$"), ["n", "~", ""])


def problems(name: str, text: str) -> list[str]:
    """What an editor would underline in a data file."""
    document = yaml.load(text, Yaml12)
    found = jsonschema.Draft7Validator(json.loads(schemas()[f"data/schemas/{name}.json"])).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("project", [ROOT, STARTER], ids=["repository", "starter"])
def test_data_files_satisfy_their_schemas(project: Path) -> None:
    """An editor underlines nothing in a file that the build takes."""
    for file in data_files(project):
        assert problems(file.role, file.text()) == [], file.path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("series", "a.b: {definition: x, region: cn, cadence: year, valeus: {}}"),
        ("series", "a.b: {definition: x, region: cn, cadence: weekly}"),
        ("series", 'a.b: {definition: x, region: cn, cadence: year, values: {"2025": {value: 54,552, source: s}}}'),
        ("series", 'a.b: {definition: x, region: cn, cadence: year, values: {"2025": {value: 1}}}'),
        ("metrics", "a: {label: A, unit: null}"),
        ("company", "name: A\nbrands: {b: {nam: B}}"),
        ("expansion", "- {where: NO, stage: enterd, said: 2025, source: s}"),
        ("chart", "kind: line\ntitle: x\nfirst: 2025"),
        ("front-matter", "draft: perhaps"),
    ],
)
def test_mistakes_are_underlined(name: str, text: str) -> None:
    """Wrong keys, words, numbers and left-out values are seen while typing."""
    assert problems(name, text)


def test_modelines_of_the_repository_are_current() -> None:
    """Every data file names its schema in the first line: run `sitegen schema` if this fails."""
    files = data_files(ROOT)
    assert [f.path for f in files if f.text() != with_modeline(f.path, f.role, f.text())] == []


def test_schemas_of_the_repository_are_current() -> None:
    """The schemas that are committed are those of the shapes: run `sitegen schema` if this fails."""
    stale = [
        path for path, text in schemas().items() if not (ROOT / path).is_file() or (ROOT / path).read_text() != text
    ]
    assert stale == []


def test_writing_is_idempotent(tmp_path: Path) -> None:
    """A second run finds nothing to do, and a wrong modeline is replaced."""
    data = tmp_path / "data" / "series" / "a.yaml"
    data.parent.mkdir(parents=True)
    (tmp_path / "data" / "site.yaml").touch()
    data.write_text("# yaml-language-server: $schema=elsewhere.json\n# mine\n")
    assert "wrote data/series/a.yaml" in write_schemas(tmp_path)
    assert data.read_text() == "# yaml-language-server: $schema=../schemas/series.json\n# mine\n"
    assert write_schemas(tmp_path) == "All schemas are up to date."
    assert modeline("data/site.yaml", "site").endswith("=schemas/site.json")
