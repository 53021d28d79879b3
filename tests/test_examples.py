"""The examples of docs/problems.md are true: the wrong one is reported under its code, the right one is not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.build import make
from sitegen.problems import SitegenError
from sitegen.scaffold.init import STARTER
from sitegen.settings import Settings

PAGE = (Path(__file__).parent.parent / "docs" / "problems.md").read_text(encoding="utf-8")
SECTIONS = dict(
    section.split("\n", 1) for section in re.split(r"^## (?=[a-z-]+\n\n\*\*)", PAGE, flags=re.MULTILINE)[1:]
)
BLOCK = r"^(?:Wrong|Right)(?:, (in|with this in) `(.+?)`.*?)?:\n\n```\w+\n(.*?)```$"
HEAD = "---\ntitle: A note\nsummary: What was seen.\ndate: 2026-02-05\n---\n\n"


class Example(NamedTuple):
    """A block of code with the file that it belongs to; added: it stands beside the wrong one, not in its place."""

    path: str
    text: str
    added: bool


def _examples(section: str) -> list[Example]:
    blocks = re.findall(BLOCK, section, re.MULTILINE | re.DOTALL)
    return [Example(path or blocks[0][1], text, how == "with this in") for how, path, text in blocks]


SHOWN = {code: examples for code, section in SECTIONS.items() if (examples := _examples(section))}


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the starter, so that its cache serves every example."""
    project = tmp_path_factory.mktemp("examples") / "starter"
    shutil.copytree(STARTER, project)
    return project


def _put(project: Path, example: Example) -> None:
    """Writes an example as the page says: it is added to its file, or replaces one that begins with the same key."""
    path = project / example.path
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    text = example.text
    if path.parent.name == "briefs" and not text.startswith("---"):
        text = HEAD + text
    elif re.match(r"(FY)?\d{4}", text):
        text = re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)
    if path.suffix != ".yaml" or before.startswith(text.partition(":")[0]):
        before = ""
    path.write_text(before + text, encoding="utf-8")


def _codes(project: Path, examples: list[Example]) -> set[str]:
    """The codes that the starter with these examples is reported under; it is left as it was."""
    files = {project / example.path for example in examples}
    before = {path: path.read_bytes() for path in files if path.exists()}
    for example in examples:
        _put(project, example)
    try:
        problems = make(Settings(project=project), lambda stage: None).summary.warnings
    except SitegenError as error:
        problems = error.problems
    for path in files:
        path.unlink()
        if path in before:
            path.write_bytes(before[path])
    return {problem.code for problem in problems}


@pytest.mark.slow
@pytest.mark.parametrize("code", SHOWN)
def test_the_examples_of_a_code_are_true(code: str, starter: Path) -> None:
    """In the starter the wrong example is reported under its code, and after the fix nothing is."""
    wrong, right = SHOWN[code]
    assert code in _codes(starter, [wrong])
    fixed = _codes(starter, [wrong, right] if right.added else [right])
    # A new source is of no number yet, and of a new company nothing else is said.
    folder = Path(right.path).parent.name
    assert fixed <= {"sources": {"unused-source"}, "companies": {"left-out"}}.get(folder, set())
    assert code not in fixed
