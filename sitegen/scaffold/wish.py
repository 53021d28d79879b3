"""What is asked for, and the files that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sitegen.problems import Place, Problem, SitegenError


class Draft(NamedTuple):
    """files: the text of each new file by its path in the project. added: text put at the end of a file, by its path.
    then: what to do next, in words.
    """

    files: Mapping[str, str]
    added: Mapping[str, str]
    then: str


class Wish(NamedTuple):
    """What is asked for. title: as it was given. day: what a date starts as."""

    project: Path
    id: str
    title: str
    day: date

    @property
    def quoted(self) -> str:
        """The title as a YAML text in single quotes, on one line."""
        return "'" + " ".join(self.title.split()).replace("'", "''") + "'"


def refused(code: str, path: str, message: str, hint: str) -> SitegenError:
    """What is raised for a wish that cannot be met."""
    return SitegenError((Problem(Place(path), code, message, hint),))
