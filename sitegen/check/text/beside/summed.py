"""Figures of several companies behind the name of one, "Harbour sold {{ … }}" of what Harbour and Northfield sold, and
sums and differences of others than a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import structs

from sitegen.check.text.beside.reached import went
from sitegen.check.text.lists.parted import GAP, TOGETHER, WITHOUT
from sitegen.check.text.lists.vocabulary import read_in
from sitegen.check.text.lists.ways import COUNTED
from sitegen.check.text.named import tied
from sitegen.check.text.parsed import Name, Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.check.text.who import ITS
from sitegen.figures import Figure
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
_END = re.compile(r"(?:\s[^\W\d_]+)?(?:\s(?:in|im|en|au)\s(?:[^\W\d_]+\s){0,4}(?:19|20)\d\d)?\s*(?:\.|\Z)")
"""Behind a figure: its noun and its time at most, and then the sentence ends."""

_ALL_OF_THEM = "name all of them, or ask for the figure of the one"


def summed(parsed: Parsed) -> Iterator[Remark]:
    """Every sum of values of several, every difference of two, and every figure of a part, beside other names."""
    for spot in parsed.spots:
        figure = spot.figure.inputs[0] if spot.figure.operation == "rounded" else spot.figure
        entities = {each.entity for each in figure.nearest}
        if figure.operation not in ("sum", "difference"):
            yield from _of_part(parsed, spot)
        elif len(entities) > 1:
            found = _other_sum(parsed, spot, figure, entities)
            if not found and not (figure.operation == "difference" and _between(spot)) and _of_one(parsed, spot):
                found = _too_many(parsed, spot, figure, entities)
            if found:
                yield Remark(spot.offset, BLANK, *found)


def _too_many(parsed: Parsed, spot: Spot, figure: Figure, entities: set[str]) -> tuple[str, str] | None:
    """A figure of several beside the only name of a sentence, or of what is left of it without a part."""
    name, own = spot.sentence.names[0], parsed.tracker.entities
    if name.id not in entities:
        return None
    others = " and ".join(own[each].name for each in sorted(entities - {name.id}))
    if not any(tied(parsed.tracker, name.id, each) for each in entities - {name.id}):
        return f"the sentence names {own[name.id].name}, and the figure is of {others} too", _ALL_OF_THEM
    if figure.operation == "difference" and _END.match(spot.sentence.words, spot.offset + 1 - spot.sentence.begin):
        whole, part = (own[each.nearest[0].entity].name for each in figure.inputs[:2])
        return f"the sentence names {own[name.id].name}, and the figure is of {whole} without {part}", _ALL_OF_THEM
    return None


def _other_sum(parsed: Parsed, spot: Spot, figure: Figure, entities: set[str]) -> tuple[str, str] | None:
    """What a sentence says of several that a sum or a difference is not: "together", "the gap between", "without"."""
    said, tracker, locale = spot.sentence, parsed.tracker, parsed.locale
    named = [each for each in said.names if each.start < spot.offset]
    ids = {each.id for each in named}
    before, begins = parsed.words[said.begin : spot.offset], parsed.words.rfind(BLANK, said.begin, spot.offset) + 1
    if (together := re.search(rf"(?i)\b(?:{read_in(TOGETHER, locale)})\b", before)) and begins <= said.begin:
        if figure.operation == "difference" and ids == entities:
            return f'"{together[0]}" stands before a difference', 'add: {{ fig("…") + fig("…") }}'
        strange, left = ids - entities, entities - ids
        apart = not any(tied(tracker, one, other) for one in strange for other in entities)
        if len(ids) == len(entities) and strange and apart and len(said.names) == len(named):
            names = " and ".join(tracker.entities[each].name for each in sorted(left))
            return f"the sum is of {names} too, which the sentence does not name", _ALL_OF_THEM
    for each in (name for name in named if name.start >= begins):
        if figure.operation == "sum" and (gap := _right_before(GAP, parsed, each)) and ids == entities:
            return f'"{gap}" stands before a sum', 'subtract: {{ fig("…") - fig("…") }}'
        if figure.operation == "difference" and each.id not in entities and (_right_before(WITHOUT, parsed, each)):
            taken = tracker.entities[figure.inputs[1].nearest[0].entity].name
            return f"the sentence leaves out {each.text}, and the figure {taken}", "take away what the sentence says"
    return None


def _right_before(words: Mapping[str, str], parsed: Parsed, name: Name) -> str:
    """One of some words right before a name, "" without one."""
    match = re.search(rf"(?i)(?<![\w-])(?:{read_in(words, parsed.locale)})\s(?:the\s)?\Z", parsed.words[: name.start])
    return "" if match is None else match[0].strip()


def _of_part(parsed: Parsed, spot: Spot) -> Iterator[Remark]:
    """The figure of a brand or a model behind the name of the company of which it is a part, that has more."""
    tracker, figure = parsed.tracker, spot.figure
    if spot.metric is None or figure.address is None or not _of_one(parsed, spot):
        return
    name, part = spot.sentence.names[0], tracker.entities[figure.address.entity]
    whole = parsed.data.answer(structs.replace(figure.address, entity=name.id, source=None))
    known = {each.id for each in parsed.names} | {*parsed.passage.names.values()}
    ends = _END.match(spot.sentence.words, spot.offset + 1 - spot.sentence.begin)
    if part.parent != name.id or part.kind not in ("brand", "model") or part.id in known or not ends:
        return
    if isinstance(whole, Figure) and went(whole, figure) is not None:
        message = f"the sentence names {tracker.entities[name.id].name}, and the figure is of {part.name}"
        yield Remark(spot.offset, BLANK, message, f'write fig("{whole.address}"), or name {part.name}')


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
    alone = not _OF_MORE.search(parsed.words[behind : said.end])
    return alone and ITS.fullmatch(parsed.words, behind, spot.offset) is not None


def _counted(parsed: Parsed, spot: Spot) -> str:
    """What a figure may be called: "sales", or as its metric is; "its alliance" is of more than the one."""
    metrics = (parsed.tracker.metrics[each.metric] for each in spot.figure.nearest)
    labels = (f"{each.label} {each.in_text}" for each in metrics)
    return " ".join((*labels, *(noun for every in COUNTED.values() for noun in every))).lower()
