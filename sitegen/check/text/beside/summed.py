"""Figures of several companies behind the name of one: "Harbour sold {{ … }}" of what Harbour and Northfield sold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.lists.ways import COUNTED
from sitegen.check.text.named import tied
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.check.text.who import ITS
from sitegen.reading.markdown import BLANK

_OF_MORE = re.compile(
    r"\b(?:and|with|plus|together|both|combined|joint\w*|group\w*|others?|total\w*|all|more|fewer|less|than|ahead|behind"
    r"|within|off|away|shy|adrift|clear|remain\w*|above|below|beyond|short|lead\w*|gap|margin|higher|lower|larger|smaller|apart|difference|between|over|under|lack\w*|need\w*"
    r"|miss\w*|trail\w*|fehl\w*|manqu\w*"
    r"|zurück|und|mit|zusammen|beide|mehr|weniger|als|vor|hinter|et|avec|ensemble|plus|moins|que|devant|derrière)\b",
    re.IGNORECASE,
)
"""Words that say of a figure that it is of several, or of what lies between two."""

_READ = ("en", "de", "fr")
_FAR = re.compile(r"\b(?:is|was|are|were|stands?|stood|ist|war|liegt|lag|est|était|reste|à|auf|by|um)\s\Z")
"""Right before how far one is from another."""
_ITS_OWN = re.compile(r"['’]s?\s(?P<what>[^\W\d_]+)")


def summed(parsed: Parsed) -> Iterator[Remark]:
    """Every sum of values of several, and every difference of two, in a sentence that knows one of them only."""
    for spot in parsed.spots:
        figure = spot.figure.inputs[0] if spot.figure.operation == "rounded" else spot.figure
        entities = {each.entity for each in figure.nearest}
        of_several = figure.operation == "sum" or (figure.operation == "difference" and not _between(spot))
        if not of_several or len(entities) < 2 or not _of_one(parsed, spot):
            continue
        name, own = spot.sentence.names[0], parsed.tracker.entities
        if name.id in entities and not any(tied(parsed.tracker, name.id, each) for each in entities - {name.id}):
            others = " and ".join(own[each].name for each in sorted(entities - {name.id}))
            message = f"the sentence names {own[name.id].name}, and the figure is of {others} too"
            yield Remark(spot.offset, BLANK, message, "name all of them, or ask for the figure of the one")


def _between(spot: Spot) -> bool:
    """Whether a difference may be how far one is from another: "is {{ … }} away", or of a language that is not read."""
    return spot.locale.language not in _READ or _FAR.search(spot.before) is not None


def _of_one(parsed: Parsed, spot: Spot) -> bool:
    """Whether a sentence begins with the only name in it, goes on with a verb and the figure, and adds nobody."""
    said = spot.sentence
    if len(said.names) != 1 or parsed.words[said.begin : said.names[0].start].strip():
        return False
    behind = said.names[0].end
    its = _ITS_OWN.match(parsed.words, behind)
    if its is not None and its["what"].lower() not in _counted(parsed, spot):
        return False
    return ITS.fullmatch(parsed.words, behind, spot.offset) is not None and not _OF_MORE.search(said.words)


def _counted(parsed: Parsed, spot: Spot) -> str:
    """What a figure may be called: "sales", or as its metric is; "its alliance" is of more than the one."""
    metrics = (parsed.tracker.metrics[each.metric] for each in spot.figure.nearest)
    labels = (f"{each.label} {each.in_text}" for each in metrics)
    return " ".join((*labels, *(noun for every in COUNTED.values() for noun in every))).lower()
