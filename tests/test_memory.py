"""What a build remembers of files and texts: it is kept while it is asked for, found only whole, and never decides."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.cache import PATIENCE, Cache, Memory
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.model.tracker import Tracker

SITE = Path(__file__).parent / "sites" / "pages"


def kept(cache: Cache) -> set[str]:
    """Which of the keys a, b and c a new process finds."""
    memory = Memory(cache, "code")
    return {name for name in "abc" if memory.recall(name) is not None}


def test_what_many_builds_do_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    """The file holds what one of the last builds asked for or kept, and no more."""
    cache = Cache(tmp_path)
    for build in range(PATIENCE + 2):
        assert kept(cache) == {0: set(), 1: {"a", "b"}}.get(build, {"a", "b", "c"})
        with Memory(cache, "code") as memory:
            for name in "ab" if build == 0 else "bc":
                assert memory.remember(name, lambda: [1]) == [1]
            memory.keep("d", build)  # so that there is something to save
        memory.save()
    assert kept(cache) == {"b", "c"}


def test_a_build_that_fails_forgets_nothing(tmp_path: Path) -> None:
    """What it did not come to ask for is there for the next one, and so is what it made."""
    cache = Cache(tmp_path)
    with Memory(cache, "code") as memory:
        memory.keep("a", [1])
    memory.save()
    with suppress(KeyError), Memory(cache, "code") as memory:
        memory.keep("b", [2])
        raise KeyError("a fault")
    memory.save()
    assert kept(cache) == {"a", "b"}


def test_other_code_remembers_nothing(tmp_path: Path) -> None:
    """The code is an input of every function."""
    with Memory(Cache(tmp_path), "code") as memory:
        memory.keep(memory.key("f", "x"), [1])
    memory.save()
    other = Memory(Cache(tmp_path), "other")
    assert other.recall(other.key("f", "x")) is None


def test_inputs_do_not_run_together() -> None:
    """What moves from one input to the next is another key."""
    memory = Memory()
    assert len({memory.key("f", "ab", "c"), memory.key("f", "a", "bc"), memory.key("fa", "b", "c")}) == 3


def loaded(cache: Cache) -> Tracker:
    """The small site, loaded by a new process that has this cache."""
    with Memory(cache, "code") as memory:
        tracker = load(SITE, KINDS, memory)
    memory.save()
    return tracker


@pytest.mark.parametrize("damage", ["none", "trees", "all"])
def test_a_tracker_from_memory_is_the_same(tmp_path: Path, damage: str) -> None:
    """Things, places, texts and trees are those that were read first, also where trees or all else is lost."""
    cache = Cache(tmp_path)
    first = loaded(cache)
    for entry in tmp_path.glob("tree-*" if damage == "trees" else "*" if damage == "all" else "-"):
        entry.write_bytes(entry.read_bytes()[:-5])
    again = loaded(cache)
    assert repr(again) == repr(first)
    assert [d.place for d in again.documents.values()] == [d.place for d in first.documents.values()]
    assert [d.body.tree for d in again.documents.values()] == [d.body.tree for d in first.documents.values()]
    assert [o.place for s in again.series.values() for o in s.observations] == [
        o.place for s in first.series.values() for o in s.observations
    ]


@pytest.mark.slow
def test_an_edited_text_loads_no_library_of_data_or_drawing(tmp_path: Path) -> None:
    """A build after a change of words needs neither the shapes of data files nor anything that draws."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    heavy = ("PIL", "altair", "email", "fontTools", "importlib.metadata", "pydantic", "vl_convert", "yaml")
    late = ("sitegen.charts.kinds", "sitegen.charts.planning")
    code = f"""
import sys
from sitegen.cli import main
main(["build", "--project", {str(project)!r}, "--base-url", "https://desk.github.io/trips/"], standalone_mode=False)
print([name for name in {heavy + late} if name in sys.modules])
"""
    for said in ("pydantic", "[]"):
        with (project / "content/about.md").open("a") as file:
            file.write("\nMore words.\n")
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert said in done.stdout
