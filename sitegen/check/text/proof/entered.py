"""Claims on the way of a company into a place, whose words name another place or another step than their check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from sitegen.check.text.excused import names
from sitegen.check.text.named import standing
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.turned import denied
from sitegen.check.text.texts import Remark
from sitegen.check.text.where import every_place
from sitegen.check.text.wording import Word
from sitegen.claims.grammar import Comparison, comparison
from sitegen.model.claim import Claim
from sitegen.model.stages import ENDS, STAGES, STEPS
from sitegen.model.tracker import Tracker

_THERE = frozenset(STEPS[-2:])
_FROM = re.compile(r"\b(?:of|from)\s(?:the\s)?\Z")


def other_places(words: str, claim: Claim, tracker: Tracker) -> Iterator[Remark]:
    """The places that a claim names, if neither its check nor an alternative asks for one of them.

    Whoever is in a country is in its region too. A place of which something comes ("of Norway") is none that it enters.
    """
    asked = [_asked(comparison(line)) for line in claim.tests]
    known = [each[1] for each in asked if each is not None]
    if not known or len(known) < len(asked):
        return
    found = [each for each in _named(words, tracker) if not _FROM.search(words, 0, each[0])]
    within = tracker.places.within
    if any(within(place, named) or _ends(claim, within(named, place)) for _, _, named in found for place in known):
        return
    for at, name, _ in found:
        other = tracker.site.locale.listed(list(dict.fromkeys(map(tracker.places.name, known))))
        message = f"the claim names {name}, and neither its check nor an alternative asks for it"
        yield Remark(at, name, message, f"ask for it, or say what is tested: {other}")


def missteps(words: str, said: Sequence[tuple[str, Word]], claim: Claim) -> Iterator[Lack]:
    """The word that says how far something has come in a place, if the check also holds for another step.

    said: each word with "there", "plan" or "left".
    """
    lines = [line for line in map(comparison, claim.check) if _asked(line) is not None]
    if any(way == "plan" for way, _ in said):
        said = [each for each in said if each[0] == "plan"]
    steps = [_allowed(line) for line in lines]
    if not said or len(lines) < len(claim.check) or any(_right(words, each, step) for each in said for step in steps):
        return
    word = said[0][1]
    what = "is denied" if denied(words, word) else "says another step"
    asks = " or ".join(f'"{step}"' for step in steps[0])
    message = f'"{word.text}" {what}, and the check of "{claim.id}" asks for {asks}'
    yield Lack(word, message, "say how far the check asks, or ask for what you say")


def _right(words: str, said: tuple[str, Word], steps: Sequence[str]) -> bool:
    """Whether a word says no other step than those for which a check asks."""
    way, word = said
    match way, denied(words, word) is not None:
        case ("there", False):
            return set(steps) <= _THERE
        case ("there", True):
            return not set(steps) <= _THERE
        case ("plan", False):
            return bool(set(steps) & {*STEPS[:-2]})
        case ("plan", True):
            return not set(steps) <= {*STEPS[:-2]}
        case ("left", False):
            return set(steps) <= {*ENDS}
        case ("left", True):
            return not set(steps) <= {*ENDS}
    return True


def _ends(claim: Claim, inside: bool) -> bool:
    """Whether a place lies in one whose end the check asks for: who left Europe left Norway."""
    return inside and any(set(_allowed(comparison(line))) & {*ENDS} for line in claim.tests)


def _allowed(line: Comparison) -> tuple[str, ...]:
    """The stages at which a line holds."""
    asked = [each.value for each in (line.right, *line.right.find_all(nodes.Const)) if isinstance(each, nodes.Const)]
    if line.sign in ("==", "in"):
        return tuple(stage for stage in STAGES if stage in asked)
    at = next((STAGES.index(stage) for stage in STAGES if stage in asked), 0)
    return {">=": STAGES[at:], ">": STAGES[at + 1 :], "<": STAGES[:at], "<=": STAGES[: at + 1]}[line.sign]


def _asked(line: Comparison) -> tuple[str, str] | None:
    """The entity and the place of an entry for which a line asks."""
    match line.left:
        case nodes.Call(
            node=nodes.Name(name="entry"), args=[nodes.Const(value=str(entity)), nodes.Const(value=str(place))]
        ):
            return entity, place
    return None


def _named(words: str, tracker: Tracker) -> list[tuple[int, str, str]]:
    """Where each place stands that a text names, its name and its id; not within a longer name."""
    own = {tracker.places.name(id): id for id in tracker.own_places}
    ids = {**every_place(tracker.places.locale), **own}
    there = [name for name in ids if name in words]
    longer = [*there, *(name for name in names(tracker) if name in words)]
    alone = [name for name in there if not any(name != other and name in other for other in longer)]
    return [(at, name, ids[name]) for name in alone for at in standing(name, words)]
