"""Data files that hold nothing but comments, while others name what should stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.load.causes.unknown import unknown
from sitegen.load.files import InputFile
from sitegen.problems import Place, Problem

_ROLES = {"source": "sources", "series": "series", "metric": "metrics", "unit": "units", "ranking": "rankings"}
_ROLES |= {"claim": "claims", "event": "events", "place": "places"}


def emptied(problems: Sequence[Problem], files: Iterable[InputFile]) -> list[Problem]:
    """The problems, in which an empty file answers for all ids that it may have held."""
    found = unknown(problems)
    told: list[Problem] = []
    follows: set[Problem] = set()
    empty = [file for file in files if file.role in _ROLES.values() and not _says(file)]
    for kind, role in _ROLES.items():
        lost = {named.word: some for named, some in found.items() if named.kind == kind}
        for file in (file for file in empty if file.role == role):
            held = {id: some for id, some in lost.items() if _may_hold(file, id)}
            if not held:
                continue
            places = sum(map(len, held.values()))
            name = "place names" if places == 1 else "places name"
            ids = ", ".join(f'"{id}"' for id in sorted(held))
            message = f"nothing stands in this file, and {places} {name} what should: {ids}"
            told.append(
                Problem(Place(file.path), "empty-file", message, "bring back what stood here, or declare these again")
            )
            follows |= {problem for some in held.values() for problem in some}
    return [*told, *(problem for problem in problems if problem not in follows)]


def _may_hold(file: InputFile, id: str) -> bool:
    """Whether a file may have held what has an id: series stand in the file of their company."""
    return file.role != "series" or id.startswith((f"{file.stem}.", f"{file.stem}-"))


def _says(file: InputFile) -> bool:
    """Whether a file has a line that is no comment."""
    lines = (line.strip() for line in file.content.splitlines())
    return any(line and not line.startswith(b"#") for line in lines)
