"""Words that say which way a count came to a figure: "fell to {{ 8 }}" of what was less before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.parsed import Parsed
from sitegen.check.text.texts import Remark
from sitegen.figures import CHANGES, Figure, Figures, change, say
from sitegen.figures.arithmetic.direction import Direction, way_of
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.reading.markdown import BLANK

UP = (
    "r(?:ose|ises?|isen|ising)|gr(?:ew|ows?|own|owing)|increas(?:ed?|es|ing)|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?"
    "|jump(?:s|ed|ing)?|surg(?:ed?|es|ing)|soar(?:s|ed|ing)?|leapt|advanc(?:ed?|es|ing)|expand(?:s|ed|ing)?|up"
)
DOWN = (
    "f(?:ell|alls?|allen|alling)|shr(?:anks?|inks?|unk|inking)|decreas(?:ed?|es|ing)|dip(?:s|ped|ping)?"
    "|drop(?:s|ped|ping)?|declin(?:ed?|es|ing)|slid(?:es?|ing)?|slip(?:s|ped|ping)?|s(?:ank|inks?|unk|inking)"
    "|contract(?:s|ed|ing)"
    "|plung(?:ed?|es|ing)|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|tumbl(?:ed?|es|ing)|collaps(?:ed?|es|ing)"
    "|eas(?:ed|es)|sagg(?:ed|ing)|g(?:ave|ives?) up|down|los(?:t|es?|ing)"
)
_REACHED = (
    r"(?<![\w-])(?P<word>(?i:#))(?:\s(?:its|the|their)(?:\s[^\W\d_]+){1,3}?)?(?:\s(?:again|further|back|slightly|sharply|in\s(?:19|20)\d\d,?))*"
    r"(?:,?\sfor\s(?:a|the)\s\w+\s(?:year|quarter|month|week)(?:\s(?:running|in\sa\srow))?)?"
    rf"(?:\s(?:by\s)?(?P<by>{BLANK})(?:\s[^\W\d_]+)?)?,?\s(?P<to>to)\s(?P<now>{BLANK})"
)
_AGAIN = rf"(?P<word>\breturned\sto\sgrowth)\s(?P<to>with|at)\s(?P<by>\Z)?(?P<now>{BLANK})"
"""Words for a rise before what a count came to."""
_VERBS: Mapping[Direction, str] = {
    "rise": rf"{UP.removesuffix('|up')}|rais(?:ed|es)|lift(?:ed|s)|boost(?:ed|s)",
    "fall": rf"{DOWN.removesuffix('|down|los(?:t|es?|ing)')}|cuts?|reduc(?:ed|es)|lower(?:ed|s)|trimm?(?:ed|s)",
}
"""Words before "to" that say which way a count went; not "up to" and "lost to"."""
_SINCE = re.compile(
    r"\b(?:since|from|after|than|against|compared|peak|record|highs?|lows?|again|back|expect\w*|plan\w*|target\w*"
    r"|would|will)\b",
    re.IGNORECASE,
)
"""Words with which a count may have gone another way from another time on."""
FROM_WHEN = "use a word for what happened, or say from when"
FIGURE = re.compile(r"\bfig\(\s*[\"']([^\"']+)[\"']\s*\)")
"""A figure in an expression."""


def reached(parsed: Parsed) -> Iterator[Remark]:
    """A word for the other way than the one in which a count came to a figure: "fell to {{ 8 }}" of what was less.

    It came from the figure of its series that stands before it in the sentence, else from those that precede it in the
    data, if all of them say so.
    """
    words = parsed.words
    for way, verbs in _VERBS.items():
        again = re.finditer(_AGAIN, words) if way == "rise" else iter(())
        for match in (*re.finditer(_REACHED.replace("#", verbs), words), *again):
            now, said = parsed.figures.get(match.start("now")), parsed.sentence(*match.span())
            if now is None or now.address is None or is_change(now):
                continue
            moved_by = parsed.figures.get(match.start("by")) if match["by"] else None
            if moved_by is not None and is_change(moved_by) and not _comes_to(moved_by, now.address):
                says = f"{say(moved_by, parsed.locale)} did not lead to {say(now, parsed.locale)}"
                yield Remark(match.start("now"), BLANK, says, "ask for the figure of the time of the change")
                continue
            earlier = [parsed.figures.get(at) for at in said.values if at < match.start()]
            rest = words[said.begin : match.start()] + words[match.end() : said.end]
            moved = {went(each, now) if each is not None and precedes(each, now) else None for each in earlier}
            if not earlier and not _SINCE.search(rest):
                moved = {*moves(now, parsed.data)}
            if len(moved) == 1 and None not in moved and way not in moved:
                says = (
                    f'"{match["word"]} {match["to"]}" stands before {say(now, parsed.locale)}, to which it {_WENT[way]}'
                )
                yield Remark(match.start("word"), match["word"], says, FROM_WHEN)


def _comes_to(change: Figure, now: Address) -> bool:
    """Whether a change is of the count and the time of an address."""
    same = [each.period for each in change.nearest if each.series == now.series]
    return not change.nearest or now.period in same[:1] or len(same) < len(change.nearest)


def moves(now: Figure, figures: Figures) -> Iterator[Direction | None]:
    """Which way a count went from the period before, None if nobody knows, and from the year before, if it is known."""
    before, ago = change(figures, now, "previous"), change(figures, now, "year")
    yield goes(before) if isinstance(before, Figure) else None
    if isinstance(ago, Figure):
        yield goes(ago)


_WENT: Mapping[Direction, str] = {"rise": "fell", "fall": "rose"}


def precedes(one: Figure, other: Figure) -> bool:
    """Whether a figure is of an earlier period of the series of another."""
    if one.address is None or other.address is None or one.address.series != other.address.series:
        return False
    before, now = one.address.period, other.address.period
    return isinstance(before, Period) and isinstance(now, Period) and before.first < now.first


def is_change(figure: Figure) -> bool:
    """Whether a figure is a change, and no level."""
    return way_of(figure) is not None or figure.operation in CHANGES.values()


def went(before: Figure, now: Figure) -> Direction | None:
    """Which way a count went from one figure to another; None where nobody knows, and of losses."""
    one, other = before.amount.interval, now.amount.interval
    losses = one.high is not None and other.high is not None and one.high < 0 and other.high < 0
    if before.unit != now.unit or losses:
        return None
    return "rise" if one.below(other) else "fall" if other.below(one) else None


def goes(figure: Figure) -> Direction | None:
    """Which way a change goes; None for one that may go both ways."""
    low, high = figure.amount.interval.low, figure.amount.interval.high
    fall: Direction | None = "fall" if high is not None and high < 0 else None
    return way_of(figure) or fall or ("rise" if low is not None and low > 0 else None)
