"""Outputs: the files of the finished site, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.pages.record.page import PageRecord
from sitegen.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site. path: relative to the output folder. place: the author's file it was made from, if one."""

    path: str
    content: bytes = field(repr=False)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """Everything that render made: files, what each page recorded, how many figures the pages show, and warnings."""

    files: tuple[Output, ...]
    pages: tuple[PageRecord, ...]
    figures: int
    problems: tuple[Problem, ...]

    @property
    def outputs(self) -> Mapping[str, bytes]:
        """Content by path; the audit has seen that no path stands twice."""
        return {file.path: file.content for file in self.files}
