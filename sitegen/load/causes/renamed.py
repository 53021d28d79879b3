"""Ids that several places name and nothing has, while something else has an id that none names: it was renamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from sitegen.load.causes.unknown import unknown
from sitegen.load.files import InputFile
from sitegen.problems import Named, Place, Problem

_LEAST = 2
"""So many places name what is no slip of the hand."""
_LISTED = 10
_WORDS = re.compile(rb"[a-z0-9-]+")
_RENAMABLE = ("entity", "metric", "source", "ranking", "chart", "claim")

Spot = tuple[str, int]
"""A file, and a line of it."""
Declared = Mapping[str, Mapping[str, Place]]
"""Where each id is declared, by its kind."""


def renamed(problems: Sequence[Problem], files: Sequence[InputFile], declared: Declared) -> list[Problem]:
    """The problems, of which those of one id that is gone are reported once, where the thing has another id now."""
    told: list[Problem] = []
    follows: set[Problem] = set()
    times = Counter(word.decode() for file in files for word in _WORDS.findall(file.content))
    for named, some in unknown(problems).items():
        spots = list(dict.fromkeys((each.place.path, each.place.line) for each in sorted(some)))
        if named.kind == "series" or len(spots) < _LEAST or any(each.hint.startswith("its id is") for each in some):
            continue
        cause = _company(named, spots, files, times) or _thing(named, some[0].code, spots, declared, times)
        if cause is not None:
            told.append(cause)
            follows.update(some)
            follows |= {
                each for each in problems if each.code == "no-data-file" and f"/{named.word}.md" in each.place.path
            }
    return [*told, *(each for each in problems if each not in follows)]


def _company(
    named: Named, spots: Sequence[Spot], files: Iterable[InputFile], times: Mapping[str, int]
) -> Problem | None:
    """The file of a company that is gone, though other files have its name."""
    id = named.word
    if named.kind != "entity" or not any(file.stem == id for file in files):
        return None
    path = f"data/companies/{id}.yaml"
    stems = {file.stem for file in files if file.role == "company"}
    near = get_close_matches(id, [stem for stem in stems if not times[stem]], n=1, cutoff=0.5)
    what = f"is gone or renamed to {near[0]}.yaml" if near else "is not there"
    message = f'{path} {what}, and {len(spots)} places or more name "{id}"'
    called = [file for file in files if file.stem == id]
    inside = [
        spot for spot in spots if not any(spot[0] == file.path and not _stands(id, file, spot) for file in called)
    ]
    if not near:
        return Problem(
            Place(path), "missing-file", message, _listed("bring the file back, or take out what names it", spots)
        )
    others = ", ".join(file.path for file in called)
    hint = f"name {near[0]}.yaml {id}.yaml again; to rename the company, write former_ids: [{id}] in its file"
    hint += f", rename {others} too, and write {near[0]} in what names it (check tells where else)"
    return Problem(Place(path), "missing-file", message, _listed(hint, inside))


def _thing(
    named: Named, code: str, spots: Sequence[Spot], declared: Declared, times: Mapping[str, int]
) -> Problem | None:
    """What has another id than all that name it, and is nearest to it by its own."""
    own = declared.get(named.kind, {})
    slip = get_close_matches(named.word, own, n=1, cutoff=0.8)
    near = slip or get_close_matches(named.word, [id for id in own if times[id] < _LEAST], n=1, cutoff=0.5)
    if not near or times[near[0]] >= _LEAST:
        return None
    message = f'{len(spots)} places or more name "{named.word}", an id that nothing has, and none names "{near[0]}"'
    new = f"write former_ids: [{named.word}] in it and " if named.kind in _RENAMABLE else "write "
    hint = f"write {named.word} here again; to rename it, {new}{near[0]} in what names it (check tells where else)"
    return Problem(own[near[0]], code, message, _listed(hint, spots))


def _stands(id: str, file: InputFile, spot: Spot) -> bool:
    """Whether a line of a file holds an id, and not the name of the file alone."""
    lines = file.content.splitlines()
    return spot[1] <= len(lines) and id.encode() in _WORDS.findall(lines[spot[1] - 1])


def _listed(hint: str, spots: Sequence[Spot]) -> str:
    """A hint with the first places for which it is, those of one file together."""
    lines: dict[str, list[str]] = {}
    for path, line in spots[:_LISTED]:
        lines.setdefault(path, []).append(str(line))
    places = ", ".join(f"{path}:{','.join(found)}" for path, found in lines.items())
    more = f" and {len(spots) - _LISTED} more" if len(spots) > _LISTED else ""
    return f"{hint}: {places}{more}"
