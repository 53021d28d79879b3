"""Schemas: editors are reported what the shapes take, and the files of the repository are in step."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel
from referencing import Registry
from referencing.jsonschema import DRAFT7

from sitegen.cli import main
from sitegen.load.shape.keys.base import Renamable, Shape
from sitegen.load.shape.keys.words import UnitShape
from sitegen.modeline import modeline, with_modeline
from sitegen.scaffold.init import init_project
from sitegen.schema import data_files, schemas, write_schemas
from sitegen.schema.reference import described
from sitegen.words import PLURALS

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "sitegen" / "scaffold" / "starter"


class Yaml12(yaml.SafeLoader):
    """Types scalars as editors do, by YAML 1.2: `no` and `2025-03-20` are texts."""


Yaml12.yaml_implicit_resolvers = {}

Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(null|~|)$"), ["n", "~", ""])


def problems(written: Mapping[str, str], name: str, text: str) -> list[str]:
    """What an editor would underline in a data file. written: the schemas by their paths."""
    document = yaml.load(text, Yaml12)
    resources = [(path.rpartition("/")[2], DRAFT7.create_resource(json.loads(text))) for path, text in written.items()]
    schema = json.loads(written[f"data/schemas/{name}.json"])
    found = jsonschema.Draft7Validator(schema, registry=Registry().with_resources(resources)).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in found]


@cache
def of_starter() -> Mapping[str, str]:
    """The schemas that a new project gets, by their paths."""
    return schemas(STARTER)


def committed() -> dict[str, str]:
    """The schemas of the repository as they stand in it, by their paths."""
    return {path: (ROOT / path).read_text() for path in schemas()}


@pytest.mark.parametrize("project", [ROOT, STARTER], ids=["repository", "starter"])
def test_data_files_satisfy_their_schemas(project: Path) -> None:
    """An editor underlines nothing in a file that the build takes: run `sitegen schema` if the repository's fail."""
    written = committed() if project == ROOT else of_starter()
    for file in data_files(project):
        assert problems(written, file.role, file.text()) == [], file.path


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
        ("front-matter", "entities: [harbor]"),
        ("metrics", "a: {label: A, like: loavs}"),
        ("claims", "a: {text: x, by: bread-weekly, because: nothing is counted}"),
        ("site", "name: x\ntagline: x\nbase_url: https://example.org/\nlead_chart: loafs"),
        ("chart", "kind: bars\ntitle: x"),
        ("chart", "kind: bar\ntitle: x\nseries: [harbour.rolls]"),
        ("chart", "kind: bar\ntitle: x\naccepted: {chart-hole: nobody counted then}"),
        ("series", "a.b: {definition: x, region: eur, cadence: year}"),
        ("series", "a.b: {definition: x, region: no, cadence: year, values: {2025-Q5: {worked_out: x}}}"),
        ("events", "a: {date: 2025-13, entities: [harbour], text: x, source: bread-weekly-2026-02}"),
    ],
)
def test_mistakes_are_underlined(name: str, text: str) -> None:
    """Wrong keys, words, numbers and left-out values are seen while typing."""
    assert problems(of_starter(), name, text)


def test_modelines_of_the_repository_are_current() -> None:
    """Every data file names its schema in the first line: run `sitegen schema` if this fails."""
    files = data_files(ROOT)
    assert [f.path for f in files if f.text() != with_modeline(f.path, f.role, f.text())] == []


def test_schemas_of_the_repository_are_current() -> None:
    """The schemas that are committed are those of the shapes: run `sitegen schema` if this fails."""
    there = committed()
    assert [path for path, text in schemas().items() if there[path] != text and not path.endswith("/ids.json")] == []


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


def keys(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema names, with what it says of it."""
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            yield f"{path}.{key}", value
        for key, value in schema.items():
            yield from keys(value, f"{path}.{key}")
    elif isinstance(schema, list):
        for value in schema:
            yield from keys(value, path)


def test_every_key_is_described() -> None:
    """What an editor says of a key is what the data reference says: each key has its row there."""
    silent = [
        f"{name}{path}"
        for name, text in schemas().items()
        for path, schema in keys(json.loads(text))
        if not schema.get("description")
    ]
    assert silent == []


def test_every_row_of_the_reference_is_of_a_key() -> None:
    """The data reference describes no key that its shape does not have."""
    classes: list[type[BaseModel]] = [*Shape.__subclasses__(), *Renamable.__subclasses__(), UnitShape]
    kinds = {kind.__name__: kind for kind in classes}
    for name, words in described().items():
        taken = {field.alias or key for key, field in kinds[name].model_fields.items()} if name in kinds else {*PLURALS}
        if name == "EditorialClaimShape":  # which takes some of the keys of any claim
            taken |= words.keys()
        assert words.keys() - taken == set(), name


def test_what_a_file_with_a_mistake_declares_is_not_missed(tmp_path: Path) -> None:
    """Where a file of sources cannot be read, every id of a source passes; those of other kinds are still known."""
    init_project(tmp_path / "a")
    (tmp_path / "a" / "data" / "sources" / "example.yaml").write_text("a: {")
    written = schemas(tmp_path / "a")
    assert problems(written, "claims", "a: {text: x, by: anybody, because: nothing is counted}") == []
    assert problems(written, "claims", "a: {text: x, by: anybody, about: [harbor], because: nothing is counted}") != []


GAZETTE = ("--source", "https://example.org/new", "--publisher", "A", "--kind", "press", "--published", "2026-05")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gone", "command"),
    [
        ("", ("new", "company", "Third bakery")),
        ("", ("new", "expansion", "Northfield")),
        ("", ("new", "chart", "A chart")),
        ("", ("new", "brief", "A brief")),
        ("data/rankings.yaml", ("new", "ranking", "A ranking")),
        ("data/sources/*.yaml", ("new", "source", "A source")),
        ("data/metrics.yaml", ("new", "metric", "A metric")),
        ("data/claims.yaml", ("new", "claim", "A claim")),
        ("data/series/northfield.yaml", ("new", "series", "northfield.rolls")),
        ("", ("add", "harbour.loaves@2026-Q1", "30100", *GAZETTE)),
        ("", ("import", "-", "--yes", "--metric", "loaves", "--name", "Hafen=harbour", *GAZETTE)),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_what_commands_write_is_known_to_editors(tmp_path: Path, gone: str, command: tuple[str, ...]) -> None:
    """A new data file names its schema, new ids are listed, and `sitegen schema` finds nothing more to do."""
    project = tmp_path / "tracker"
    init_project(project)
    for path in project.glob(gone or "none"):
        path.unlink()
    write_schemas(project)
    files = [file.path for file in data_files(project)]
    name, *arguments = command
    result = CliRunner().invoke(
        main, [name, "--project", str(project), *arguments], input="name,2026-Q1\nHafen,30100\n"
    )
    assert result.exit_code == 0, result.output
    assert write_schemas(project) == "All schemas are up to date."
    assert [file.path for file in data_files(project)] != files or not gone
