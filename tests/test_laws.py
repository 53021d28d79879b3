"""Laws of the whole: the same input gives the same bytes, wherever, whenever and in whatever order it is read."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import BASE
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import build, make
from sitegen.scaffold import init_project
from sitegen.settings import CACHE, Settings

ROOT = Path(__file__).parent.parent
BUILD = """
import sys
from sitegen.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print(sorted(name for name in ("altair", "vl_convert") if name in sys.modules))
"""


def _build(project: Path, output: Path, *options: str, **environment: str) -> str:
    """Builds in a process of its own; gives back which drawing libraries it needed."""
    command = [sys.executable, "-c", BUILD, "build", "-q", "--project", str(project), "-o", str(output), *options]
    return subprocess.run(
        command, env={**os.environ, **environment}, check=True, capture_output=True, text=True
    ).stdout.strip()


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project."""
    folder = tmp_path_factory.mktemp("starter") / "tracker"
    init_project(folder)
    return folder


@pytest.fixture(scope="module")
def expected(starter: Path) -> Mapping[str, bytes]:
    """What it is built to."""
    return _outputs(starter)


def test_two_builds_are_the_same_bytes(site_folder: Path, tmp_path: Path) -> None:
    """Other folders, time zones, locales and hash seeds change nothing of this repository's site."""
    other = tmp_path / "deep" / "two"
    _build(ROOT, other, "--no-cache", "--base-url", BASE, TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert _tree(site_folder) == _tree(other)


@pytest.mark.slow
def test_a_cached_build_is_a_clean_build_and_draws_nothing(tmp_path: Path) -> None:
    """The cache changes no byte, and with nothing changed no drawing library is even loaded."""
    project = tmp_path / "tracker"
    init_project(project)
    build(Settings(project=project, cache=False), tmp_path / "clean", lambda stage: None)
    assert _build(project, tmp_path / "first") == "['altair', 'vl_convert']"
    assert _build(project, tmp_path / "second") == "[]"
    assert _tree(tmp_path / "clean") == _tree(tmp_path / "first") == _tree(tmp_path / "second")


def _shuffled(value: Any, order: random.Random) -> Any:
    """The same YAML with the keys of every mapping in another order; lists keep theirs."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: _shuffled(value[key], order) for key in keys}
    if isinstance(value, list):
        return [_shuffled(item, order) for item in value]
    return value


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(), drawn=st.booleans())
def test_any_order_of_files_and_keys_gives_the_same_bytes(
    seed: int, drawn: bool, starter: Path, expected: Mapping[str, bytes]
) -> None:
    """Keys of every data file in another order, and its sources spread over other files, change no byte.

    But for claims: readers see them in the order of their file. drawn: whether the drawings of another order are
    remembered.
    """
    order = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "tracker"
        init_project(other)
        if drawn:  # what is remembered of the project itself has a name with a dash
            shutil.copytree(starter / CACHE, other / CACHE, ignore=shutil.ignore_patterns("*-*"))
        for path in sorted((other / "data").rglob("*.yaml")):
            given = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            data = _shuffled(given, order)
            if path.name == "claims.yaml":
                data = {id: data[id] for id in given}
            if path.parent.name == "sources":
                path.unlink()
                for key in data:
                    name = f"file-{order.randrange(3)}.yaml"
                    with (path.parent / name).open("a", encoding="utf-8") as file:
                        file.write(_written({key: data[key]}))
            else:
                path.write_text(_written(data), encoding="utf-8")
        assert _outputs(other) == expected


def _written(data: Any) -> str:
    return yaml.safe_dump(data, default_style="'", allow_unicode=True, sort_keys=False, width=1000)


def _outputs(project: Path) -> dict[str, bytes]:
    return dict(make(Settings(project=project), lambda stage: None).outputs)
