"""Words for the most or the least of a series beside a value with more, or less, next to it: "peaked at {{ … }}"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.beside.reached import went
from sitegen.check.text.lists.vocabulary import TO_FIGURE
from sitegen.check.text.named import tied
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure, Figures
from sitegen.figures.arithmetic.direction import Direction
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period

_LENGTH = "(?:calendar )?(?P<length>week|month|quarter|half|year)"
_BEFORE: Mapping[Direction, str] = {
    "rise": r"peak(?:s|ed)? (?:at|with)|(?P<then>(?:hit|reached|set) an? (?:new )?(?:high|peak|record) (?:of|with))",
    "fall": r"bottom(?:s|ed) out at|(?P<then>(?:hit|reached|fell to|sank to) an? (?:new )?(?:low|trough) of)",
}
"""Right before a figure. then: of what was before it only."""
_AROUND: Mapping[Direction, str] = {
    "rise": "(?P<judged>best|strongest)|highest|biggest|busiest",
    "fall": "(?P<judged>worst|weakest|poorest)|lowest|smallest",
}
"""Before the length of its period, in the sentence of one figure. judged: the most is not the best of everything."""
_ELSE = re.compile(
    r"\b(?:after|since|than|until|before|despite|although|though|but|yet|while|if|not|never|no|next|another"
    r"|outside|exclud\w+|except|apart|among|leav\w+|seasons?|winter|spring|summer|autumn|half"
    r"|one of|would|could|will|may|compared|against|from|nearly|almost)\b|\?"
    r"|(?:second|third|fourth|\w-)[ -]?(?:best|worst|weakest|strongest|poorest)\b",
    re.IGNORECASE,
)
"""With such words the extreme may be another one than that of the figure, or one of some times only."""
_OF_SOMETHING = r"\s(?:for|of)\s(?!the\s(?:year|company|firm|group|(?:two|three|four|twelve)\b)|its\b|all\b)[a-z]"
"""Behind the length of its period: it is one for something else, or one of some only."""
_OTHER: Mapping[Direction, Direction] = {"rise": "fall", "fall": "rise"}
_MORE: Mapping[Direction, str] = {"rise": "more", "fall": "less"}


def extreme(parsed: Parsed) -> Iterator[Remark]:
    """Every such word in a sentence of one value that is no such extreme: what is next to it lies beyond it."""
    for spot in parsed.spots:
        said = spot.sentence
        if spot.metric is None or len(said.values) != 1 or _ELSE.search(said.words):
            continue
        for way in _BEFORE:
            ends = spot.offset - said.begin
            before = re.search(rf"(?i)(?<![\w-])(?P<word>{_BEFORE[way]}){TO_FIGURE}", said.words[:ends])
            most = rf"(?i)(?<![\w-])(?P<word>(?:{_AROUND[way]}) {_LENGTH})(?!\w|{_OF_SOMETHING})"
            around = re.search(most, said.words)
            if before is not None:
                yield from _remarks(spot, before, way, parsed.data, later=not before["then"])
            elif (
                around is not None
                and spot.period is not None
                and around["length"] == spot.period.named
                and _of_one(spot, way, parsed)
            ):
                turned = around["judged"] and spot.metric.better == "less"
                yield from _remarks(spot, around, _OTHER[way] if turned else way, parsed.data, later=True)


def _of_one(spot: Spot, way: Direction, parsed: Parsed) -> bool:
    """Whether the time is the most or the least of nothing else that is counted of the one of whom the figure is."""
    address, tracker = spot.figure.address, parsed.tracker
    if address is None or any(not tied(tracker, each.id, address.entity) for each in spot.sentence.names):
        return False
    for id in tracker.series:
        metric = tracker.metrics[id[1]]
        other = parsed.data.answer(Address(*id, address.period)) if id != address.series else None
        alike = id[0] == address.entity and metric.kind == "flow" and metric.better == "more"
        if alike and isinstance(other, Figure) and _beyond(other, spot, way, parsed.data, later=True) is None:
            return False
    return True


def _remarks(spot: Spot, match: re.Match[str], way: Direction, figures: Figures, *, later: bool) -> Iterator[Remark]:
    beyond = _beyond(spot.figure, spot, way, figures, later=later)
    if beyond is not None:
        at, word = spot.sentence.begin + match.start("word"), match["word"]
        message = f'"{word}" stands beside {spot.said}, and {with_article(beyond, spot.locale)} had {_MORE[way]}'
        yield Remark(at, word, message, "say what it was, or ask for the figure of the time that you mean")


def _beyond(figure: Figure, spot: Spot, way: Direction, figures: Figures, *, later: bool) -> Period | None:
    """The period right before that of a value, or behind it, whose value lies beyond; of parts of a year in it only.

    A sentence that names a longer time speaks of nothing around that.
    """
    address, period = figure.address, spot.period
    if address is None or period is None:
        return None
    beside: tuple[Period, ...] = (period.previous(), period.following()) if later else (period.previous(),)
    told = [each.period for each in spot.sentence.periods if each.period is not None and each.period != period]
    within = [each for each in told if each.contains(period)]
    for other in beside:
        answer = figures.answer(Address(*address.series, other))
        inside = period.named == "year" or other.first.year == period.first.year
        inside = inside and all(each.contains(other) for each in within)
        if inside and isinstance(answer, Figure) and went(answer, figure) == _OTHER[way]:
            return other
    return None
