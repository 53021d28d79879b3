"""Companies whose file is gone or has another name, while others go on naming them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from difflib import get_close_matches

from sitegen.load.causes.unknown import unknown
from sitegen.problems import Place, Problem

_LEAST = 3
"""So many places name what is no slip of the hand."""


def gone(problems: Sequence[Problem], companies: frozenset[str], stems: Container[str]) -> Iterator[Problem]:
    """A problem for each file of a company that is missing.

    companies: the ids of those that are there. stems: the names of all files, of which one is called as it was.
    """
    places: dict[str, list[Problem]] = {}
    for (noun, id), some in unknown(problems).items():
        if noun.startswith("company"):
            places.setdefault(id, []).extend(some)
    for id, some in places.items():
        if len(some) >= _LEAST and id in stems:
            path = f"data/companies/{id}.yaml"
            near = get_close_matches(id, companies, n=1, cutoff=0.75)
            what = f"is gone or renamed to {near[0]}.yaml" if near else "is not there"
            message = f'{path} {what}, and {len(some)} places name "{id}"'
            undo = f"name {near[0]}.yaml {id}.yaml again, or write {near[0]} in all of them" if near else ""
            hint = undo or "bring the file back, or take out what names it"
            listed = dict.fromkeys(f"{problem.place.path}:{problem.place.line}" for problem in sorted(some))
            yield Problem(Place(path), "missing-file", message, f"{hint}: {', '.join(listed)}")
