"""Words that say a count of each of several times or things: "weekly rides" of a month, "each station has" of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sitegen.check.text.lists.framing import PACED
from sitegen.check.text.lists.vocabulary import CAME_TO, TO_FIGURE, languages
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures.nouns import heading, noun
from sitegen.model.basics.catalogue import is_currency
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_AVERAGED = (
    rf"(?:{CAME_TO}|\s(?:averaged|fell to|rose to|grew to|climbed to|dropped to|lagen bei|stiegen auf|étaient de))"
)
_OF = r"(?:\s(?:at|of|by|bei|von|de|chez)\s(?:[^\W\d_][\w’'-]*\s?){1,3})?"
_EACH = (
    r"\A(?:[Ee]ach|[Ee]very|[Jj]ede[rs]?|[Cc]haque)\s(?:[^\W\d_][\w-]*\s){{0,2}}(?P<word>{})\s(?:[^\W\d_]+\s){{1,2}}\Z"
)


def distributed(parsed: Parsed) -> Iterator[Remark]:
    """Every such word before the only level of a sentence that is of another time, or of all those things."""
    for spot in parsed.spots:
        if spot.metric is None or len(spot.sentence.values) != 1 or spot.metric.kind not in ("flow", "stock"):
            continue
        before = spot.sentence.words[: spot.offset - spot.sentence.begin]
        paced = _paced(before, spot, spot.metric)
        found = paced or _each(before, spot, parsed.tracker)
        if found is not None:
            whole = spot.period if paced else "all together"
            message = f'"{found["word"]}" stands before {spot.said}, which is of {whole}'
            at = spot.sentence.begin + found.start("word")
            yield Remark(at, found["word"], message, "say of what the figure is, or ask for another figure")


def _paced(before: str, spot: Spot, metric: Metric) -> re.Match[str] | None:
    """ "Weekly rides came to" of the rides of another time than a week."""
    if metric.kind != "flow" or spot.period is None or spot.period.cadence is None:
        return None
    names = "|".join(map(re.escape, {metric.label, metric.in_text, heading(metric.unit, spot.locale)}))
    for language in languages(spot.locale):
        for adjective, cadence in PACED.get(language, {}).items():
            pattern = rf"(?i)(?<![\w-])(?P<word>{adjective}) (?:{names}){_OF}{_AVERAGED}{TO_FIGURE}"
            own = re.search(rf"(?i)\b{adjective}\b", f"{metric.label} {metric.in_text}")
            if cadence != spot.period.cadence and own is None and (match := re.search(pattern, before)):
                return match
    return None


def _each(before: str, spot: Spot, tracker: Tracker) -> re.Match[str] | None:
    """ "Each station has" of the bikes of all stations."""
    units = {each.unit for each in tracker.metrics.values() if each.unit.words and each.unit.per is None}
    nouns = {
        noun(each, spot.locale, Decimal(1))
        for each in units
        if each.id != spot.figure.unit.id and not is_currency(each.id)
    }
    pattern = _EACH.format("|".join(sorted(map(re.escape, nouns))) or "(?!)")
    return None if BLANK in before else re.search(pattern, before)
