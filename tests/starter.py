"""The starter with more data and one more brief, as `sitegen check` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.check import examine
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.problems import SitegenError
from sitegen.scaffold import init_project

_BRIEF = "content/briefs/one-more.md"


def codes_in_brief(root: Path, added: Mapping[str, str], brief: str) -> list[str]:
    """The codes of what is found in a brief. added: what stands at the end of files of the starter, by their paths."""
    init_project(root)
    for name, text in added.items():
        path = root / name
        path.write_text(path.read_text("utf-8") + text, encoding="utf-8")
    (root / _BRIEF).write_text(brief, encoding="utf-8")
    try:
        problems = examine(load(root, KINDS), KINDS, as_of=None, base_url=None, drafts=False).warnings
    except SitegenError as error:
        problems = error.problems
    return [each.code for each in problems if each.place.path == _BRIEF]
