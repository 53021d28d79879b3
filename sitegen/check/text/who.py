"""Sentences that name one company, brand or model, and whose figures are of others of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from sitegen.check.text.named import named, places, tied
from sitegen.model.basics.address import Address
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

Others = Iterator[tuple[int, tuple[Address, str]]]
"""Where a figure stands, the address that is meant, and what the sentence or the table does."""
_BESIDE = re.compile(
    r"\b(?:than|unlike|against|versus|vs\.?|behind|ahead of|beside|above|below|compared (?:to|with)|instead of|without"
    r"|rivals?(?: of)?|competitors?(?: of)?)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|for|from|with|like|near|alongside|an|für|von|mit|bei|à|pour|avec|chez)\s(?:the\s)?\Z", re.IGNORECASE
)
"""Before a name behind the first figure: something went to them, or came from them."""
_IF = re.compile(r"\s*(?:If|Wenn|Si|Se|Als)\b")
_OF_ITS = re.compile(
    r"['’]s?\s(?:\w+\s)?(?:rivals?|competitors?|neighbours?|partners?|suppliers?|owners?|customers?|parents?|(?:mak|produc)ers?"
    r"|operators?|company|firm|group|founders?|investors?|successors?|predecessors?)\b"
)
"""Around a name: the sentence is of somebody else."""
_MARKET = re.compile(
    r"(?:(?:The|In \d{4},? the) (?:whole |entire |total )?market(?: as a whole)?(?: in \d{4})?"
    r" (?:came to|counted|had|sold|made|was|reached|stood at|amounted to)"
    r"|Der (?:ganze |gesamte )?Markt (?:kam auf|zählte|hatte|lag bei)"
    rf"|Le marché (?:entier )?(?:a (?:compté|vendu|atteint)|était de)) {BLANK}"
)
"""Begins a sentence about all who are in a market."""
ITS = re.compile(r"(?:['’]s?)?(?:\s[^\s.,;:!?]+){1,3}\s")
"""From a name with which a sentence begins to the figure: "sold", "’s sales were"."""


def others_named(words: str, linked: Iterable[str], addresses: Mapping[int, Address], tracker: Tracker) -> Others:
    """The figures of things of the kind of the one that a sentence names, with no tie to it."""
    first, owners = min(addresses, default=len(words)), {each.entity for each in addresses.values()}
    beside = {
        id
        for id, at, name in places(tracker, words)
        if _is_beside(words, at, at + len(name)) or (first < at and id not in owners and _TO.search(words, 0, at))
    }
    ids = dict.fromkeys((*named(tracker, words), *linked))
    said = [tracker.entities[id] for id in ids if id in tracker.entities and id not in beside]
    own = {at: tracker.entities[each.entity] for at, each in addresses.items()}
    yield from _of_owner(words, addresses, tracker)
    yield from _of_market(words, addresses, tracker)
    if len(said) != 1 or said[0].kind == "market" or _is_apart(words, said[0].names):
        return
    if any(id in owners and _OF_ITS.match(words, at + len(name)) for id, at, name in places(tracker, words)):
        return
    if all(each.kind == said[0].kind and not tied(tracker, each.id, said[0].id) for each in own.values()):
        for at, each in own.items():
            message = f"names {said[0].name}, and the figure is of {each.name}"
            yield at, (structs.replace(addresses[at], entity=said[0].id), message)


def _is_apart(words: str, names: Iterable[str]) -> bool:
    """Whether a name begins what follows from a condition with the figures: "if {{ … }} will do, Harbour …"."""
    behind = words[words.rfind(BLANK) + 1 :]
    return _IF.match(words) is not None and any(re.search(rf",\s(?:\w+\s)?{re.escape(each)}", behind) for each in names)


def _of_owner(words: str, addresses: Mapping[int, Address], tracker: Tracker) -> Others:
    """The figure of a company right behind one of its brands or models: "Harbour Rye sold …"."""
    every = places(tracker, words)
    if len(every) != 1 or len(addresses) != 1 or BLANK not in words or words[: every[0][1]].strip():
        return
    [(id, start, name)], [(at, each)] = every, addresses.items()
    part, series = tracker.entities[id], tracker.series.get(each.series)
    end = start + len(name)
    beside = ITS.fullmatch(words[end : words.index(BLANK)]) and not _OF_ITS.match(words, end)
    counted = series is not None and any(name in series.definition for name in part.names)
    if beside and part.kind in ("brand", "model") and part.parent == each.entity and not counted:
        message = f"names {part.name}, and the figure is of {tracker.entities[each.entity].name}"
        yield at, (structs.replace(each, entity=part.id), message)


def _of_market(words: str, addresses: Mapping[int, Address], tracker: Tracker) -> Others:
    """The figure of a company, a brand or a model that a sentence without a name says of the whole market."""
    markets = [each for each in tracker.entities.values() if each.kind == "market"]
    if len(markets) != 1 or len(addresses) != 1 or not _MARKET.match(words) or places(tracker, words):
        return
    [(at, each)] = addresses.items()
    if (own := tracker.entities[each.entity]).kind in ("company", "brand", "model"):
        yield (
            at,
            (structs.replace(each, entity=markets[0].id), f"says it of the market, and the figure is of {own.name}"),
        )


def _is_beside(words: str, start: int, end: int) -> bool:
    """Whether a name only says with what the subject of a sentence is compared, or whose rival it is."""
    return _BESIDE.search(words, 0, start) is not None or _OF_ITS.match(words, end) is not None
