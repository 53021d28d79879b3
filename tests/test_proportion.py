"""A build that takes pages and files from the last one gives the bytes, and the problems, of a build that does not."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import make
from sitegen.problems import Problem, SitegenError
from sitegen.settings import Settings

pytestmark = pytest.mark.slow

SITE = Path(__file__).parent / "sites" / "pages"
TEXTS = {path.relative_to(SITE).as_posix(): path.read_text() for path in SITE.rglob("*.*") if path.suffix != ".svg"}
Files = Mapping[str, str]


def lay(project: Path, files: Files) -> None:
    """Makes the project hold just these texts, beside its pictures and its cache."""
    for name in TEXTS.keys() - files.keys():
        (project / name).unlink(missing_ok=True)
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)


def built(project: Path) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The outputs and warnings of a build, or no output and all problems."""
    try:
        result = make(Settings(project=project), lambda stage: None)
    except SitegenError as error:
        return {}, error.problems
    return result.outputs, result.summary.warnings


@st.composite
def edits(draw: st.DrawFn) -> Files:
    """The project with one to three of its lines changed, doubled, moved or gone, or one of its files gone."""
    files = dict(TEXTS)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        lines = files[name].splitlines()
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["number", "word", "blank", "gone", "swap", "file", "title"]))
        if how == "number":
            lines[at] = "".join(
                str((int(c) + 1) % 10) if c.isdigit() and i > 12 else c for i, c in enumerate(lines[at])
            )
        elif how == "word":
            lines[at] = lines[at].replace("a", "á", 1)
        elif how == "title":
            lines = [line.replace("title: ", "title: New ") for line in lines]
        elif how == "blank":
            lines.insert(at, "")
        elif how == "gone":
            del lines[at]
        elif how == "swap":
            lines[at - 1], lines[at] = lines[at], lines[at - 1]
        elif how == "file" and name != "data/site.yaml":
            del files[name]
            continue
        files[name] = "\n".join(lines) + "\n"
    return files


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that remembers every build of this module."""
    return Path(shutil.copytree(SITE, tmp_path_factory.mktemp("p") / "project"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project, of which every build is a clean one; only its drawings are remembered."""
    return Path(shutil.copytree(SITE, tmp_path_factory.mktemp("o") / "project"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits())
def test_an_incremental_build_is_a_clean_build(project: Path, other: Path, files: Files) -> None:
    """After any edits the site and the problems are those of a build that remembers no page and no text."""
    for name in ("units-*", "memory-*", "tree-*"):
        for record in (other / ".sitegen-cache").glob(name):
            record.unlink()
    lay(project, files)
    lay(other, files)
    assert built(project) == built(other)


def remade(project: Path, files: Files) -> set[str]:
    """The units that are made anew when the project's texts become these; those of a build before are known."""
    from sitegen.pages.units import Unit
    from sitegen.store.memory import UnitMemory

    found: set[str] = set()
    recall, keep = UnitMemory.recall, UnitMemory.keep
    recalled: dict[str, Unit | None] = {}

    class Watching(UnitMemory):
        def recall(self, name: str) -> Unit | None:
            recalled[name] = recall(self, name)
            return recalled[name]

        def keep(self, name: str, unit: Unit) -> None:
            found.update([name] if unit is not recalled[name] else [])
            keep(self, name, unit)

    import sitegen.store.memory as module

    module.UnitMemory = Watching  # type: ignore[misc]
    try:
        lay(project, files)
        built(project)
    finally:
        module.UnitMemory = UnitMemory  # type: ignore[misc]
    return found


CHANGES = [
    ("content/about.md", "\n\n", "\n\nMore words. ", {"/about/"}),
    ("content/briefs/two.md", "\n\n", "\n\nMore words. ", {"/briefs/two/"}),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), CHANGES)
def test_a_change_remakes_what_reads_it(project: Path, name: str, old: str, new: str, expected: set[str]) -> None:
    """Words of one text touch its page and nothing else."""
    lay(project, TEXTS)
    built(project)
    head, mark, body = TEXTS[name].rpartition("---\n")
    assert remade(project, {**TEXTS, name: head + mark + body.replace(old, new, 1) + "\nMore words.\n"}) == expected
