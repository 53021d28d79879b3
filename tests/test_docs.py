"""The docs are held to the code: every key, every code, every example."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, RootModel

from sitegen.load.shape.shapes import FILES
from sitegen.load.shape.validate import validate
from sitegen.problems.codes import CODES
from sitegen.reading.yaml import read_yaml
from sitegen.tokens import COLOURS, SIZES

DOCS = Path(__file__).parent.parent / "docs"
REFERENCE = (DOCS / "data-reference.md").read_text(encoding="utf-8")
SECTIONS = {
    "Site": "site",
    "Company, brand, model, market": "company",
    "Metric": "metrics",
    "Place": "places",
    "Unit": "units",
    "Words": "words",
    "Names in tables": "imports",
    "Source": "sources",
    "Series": "series",
    "Ranking": "rankings",
    "Expansion": "expansion",
    "Capabilities": "capabilities",
    "Events": "events",
    "Chart": "chart",
    "Claim": "claims",
    "Front matter of a Markdown file": "front-matter",
}


def _sections() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", REFERENCE, flags=re.MULTILINE)[1:]
    return {title.partition(":")[0]: text for title, text in zip(parts[::2], parts[1::2], strict=True)}


def _models(shape: Any, seen: frozenset[Any] = frozenset()) -> frozenset[Any]:
    """Every closed shape that a file's shape is made of."""
    if isinstance(shape, type) and issubclass(shape, BaseModel) and shape not in seen:
        for field in shape.model_fields.values():
            seen = _models(field.annotation, seen | {shape})
    for arg in get_args(shape):
        seen = _models(arg, seen)
    return seen


def test_every_file_has_a_section() -> None:
    """The reference has one section for each shape, and no other."""
    assert set(_sections()) == set(SECTIONS)
    assert set(SECTIONS.values()) == set(FILES)


@pytest.mark.parametrize(("title", "name"), SECTIONS.items())
def test_the_example_of_each_shape_is_valid(title: str, name: str) -> None:
    """The YAML examples of each section are read by its shape without a problem."""
    examples = re.findall(r"```yaml\n(.*?)```", _sections()[title], flags=re.DOTALL)
    assert examples
    for example in examples:
        document, problems = read_yaml("example.yaml", example)
        assert problems == []
        assert document is not None
        assert validate(FILES[name], document)[1] == []


@pytest.mark.parametrize(("title", "name"), SECTIONS.items())
def test_every_key_of_each_shape_is_explained(title: str, name: str) -> None:
    """Each key that a shape takes stands in code type in its section."""
    section = _sections()[title]
    keys = {
        field.alias or key
        for model in _models(FILES[name])
        if not issubclass(model, RootModel)
        for key, field in model.model_fields.items()
    }
    missing = sorted(key for key in keys if not re.search(rf"`{key}`|[{{ ]{key}:", section))
    assert missing == []


def test_every_problem_code_is_explained() -> None:
    """docs/problems.md has a section for each code, in the order of the table, with its cause and its fix."""
    page = (DOCS / "problems.md").read_text("utf-8")
    heads = re.findall(r"^## ([a-z-]+)\n\n\*\*(Error|Warning|Advice)\.\*\* (.+)\n\n(.+)", page, re.MULTILINE)
    assert [(code, (severity.lower(), meaning)) for code, severity, meaning, _ in heads] == list(CODES.items())
    sections = re.split(r"^## (?=[a-z-]+\n\n\*\*)", page, flags=re.MULTILINE)[1:]
    assert [each.split("\n")[0] for each in sections if not re.search(r"^(Fix: |Right[:,])", each, re.MULTILINE)] == []


def test_the_documents_are_written_to_one_folder(tmp_path: Path) -> None:
    """Each call of the command writes over the pages of the last one, which hold the values of the CSS variables."""
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "BROWSER": "true"}
    said = [
        subprocess.run([sys.executable, "-m", "sitegen", "docs", page], env=env, capture_output=True, text=True)
        for page in ("charts", "templates")
    ]
    assert [each.returncode for each in said] == [0, 0]
    assert [path.name for path in tmp_path.glob("*/*")] == ["docs"]
    page = (tmp_path / "sitegen" / "docs" / "templates.html").read_text("utf-8")
    assert all(f"<code>--{name}</code>" in page for name in (*COLOURS, *SIZES))
