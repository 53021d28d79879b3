"""What stood elsewhere, or was called otherwise, before: old ids and old addresses, and what leads from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from sitegen.problems import Place, Problem

DOCUMENT = "document"
_QUOTED = re.compile(r'"([^"\s]+)"')
_CODES = {f"unknown-{kind}": kind for kind in ("entity", "metric", "source", "series")}
_CODES |= {"unknown-id": "", "missing-figure": "series", "broken-link": ""}
Known = Mapping[tuple[str, str], str]
"""The id of today by the kind and an old id."""


class Former(NamedTuple):
    """One thing's old id, by the kind of the register; or the old address of a document, whose path stands for its id.

    now: its id of today. place: where the old one stands in the input.
    """

    kind: str
    now: str
    old: str
    place: Place


class Rename(NamedTuple):
    """What git shows: of a kind, what had one id before has another one now. A document has its path for an id."""

    kind: str
    old: str
    now: str


Formers = Mapping[tuple[str, str], tuple[tuple[str, Place], ...]]
"""The old ids of each thing with their places, by its kind and its id."""


def by_thing(former: Iterable[Former]) -> Formers:
    """Old ids by the things that had them."""
    found: dict[tuple[str, str], tuple[tuple[str, Place], ...]] = {}
    for each in former:
        found[each.kind, each.now] = (*found.get((each.kind, each.now), ()), (each.old, each.place))
    return found


def with_new_ids(problems: Iterable[Problem], former: Sequence[Former]) -> Iterator[Problem]:
    """The problems; where one names an old id that is no more, its hint is the id that the thing has now."""
    known = {(each.kind, each.old): each.now for each in former}
    for problem in problems:
        hint = _hint(problem, known) if known and problem.code in _CODES else None
        yield problem if hint is None else structs.replace(problem, hint=hint)


def _hint(problem: Problem, known: Known) -> str | None:
    for name in _QUOTED.findall(problem.message):
        linked = problem.code == "broken-link"
        found = _linked(name, known) if linked else _renamed(_CODES[problem.code], name, known)
        if found is not None:
            return found
    return None


def _linked(name: str, known: Known) -> str | None:
    kind, colon, id = name.partition(":")
    found = known.get((kind, id) if colon else ("entity", name))
    if found is not None:
        return f'its id is "{found}" now: write ' + (f"[[{kind}:{found}]]" if colon else f"[[{found}]]")
    document = _document(name, known)
    return None if document is None else f"it is {document} now: write its new name"


def _renamed(kind: str, name: str, known: Known) -> str | None:
    """What is said of an id that something of the kind had, "" for any kind."""
    found = {now for (of, old), now in known.items() if old == name and kind in ("", of)}
    if kind == "series" and name.count(".") == 1:
        entity, metric = name.split(".")
        now = f"{known.get(('entity', entity), entity)}.{known.get(('metric', metric), metric)}"
        found |= {now} - {name}
    if kind == "metric" and not found:
        ends = [(old, now) for (of, old), now in known.items() if of == "series" and old.endswith(f".{name}")]
        if len(ends) == 1:
            return f'the series "{ends[0][0]}" is "{ends[0][1]}" now: write that'
    return f'its id is "{min(found)}" now: write that' if found else None


def _document(name: str, known: Known) -> str | None:
    """The path of the document at whose old address stood what a link names: `brief:old`, `old.md`."""
    stem = name.rpartition(":")[2].rpartition("/")[2].removesuffix(".md")
    return next((now for (kind, old), now in known.items() if kind == DOCUMENT and old.endswith(f"/{stem}/")), None)
