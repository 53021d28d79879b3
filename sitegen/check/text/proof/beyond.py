"""Claims that name a period, or a thing of the tracker, for which none of their checks asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes
from msgspec import structs

from sitegen.check.text.excused import names
from sitegen.check.text.financial import financial_told
from sitegen.check.text.named import asked, behind, places, tied
from sitegen.check.text.parts import part_told
from sitegen.check.text.saying import plain
from sitegen.check.text.texts import Remark
from sitegen.check.text.when import told
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import FinancialPeriod, Period
from sitegen.model.basics.text import Expression
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import parse

OTHERWISE = re.compile(
    r"\b(?:sa(?:id|ys?)|reported|announced|published|gave|wrote|expect\w*|plan\w*|target\w*|promis\w*|aim\w*|wants?"
    r"|launch\w*|found(?:ed)?|open\w*|introduc\w*|unveil\w*|shown?|be[gc]\w+|start\w*|which|that|who(?:se)?|since)\b",
    re.IGNORECASE,
)
"""Words with which a period may be that of something else than what is counted: "the boat launched in 2024"."""


def other_periods(words: str, claim: Claim, tracker: Tracker) -> Iterator[Remark]:
    """The periods in which a claim says that something was, and for which neither its check nor an alternative asks."""
    locale = tracker.site.locale
    said = [] if OTHERWISE.search(words) else [each for each in told(words, locale) if each.period is not None]
    part = None if said or OTHERWISE.search(words) else part_told(words, locale)
    known = asked_periods(tracker, claim) if said or part else None
    if known and part is not None and all(map(part.excludes, known)):
        message = f'the claim says "{part.text}", and neither its check nor an alternative asks for that'
        yield Remark(part.start, part.text, message, "ask for it, or say what is tested")
    for each in said if known else ():
        if each.period is not None and known is not None and not fits(each.period, known):
            message = f'the claim says "{each.text}", and neither its check nor an alternative asks for that'
            other = locale.listed([with_article(period, locale) for period in sorted(known)[:3]])
            ask = f'fig("…@{each.period}")'
            yield Remark(each.start, each.text, message, f"ask for it, as in {ask}, or say what is tested: {other}")


def other_financial_years(words: str, claim: Claim, tracker: Tracker) -> Iterator[Remark]:
    """The financial years that a claim names, and for which neither its check nor an alternative asks."""
    known = asked_periods(tracker, claim) or set()
    calendars = {each.calendar for each in known}
    calendar = next(iter(calendars), None)
    for each in financial_told(words, calendar) if len(calendars) == 1 and calendar is not None else ():
        if not any(each.named.contains(period) or period.contains(each.named) for period in known):
            message = f'the claim says "{each.text}", and neither its check nor an alternative asks for that'
            yield Remark(each.start, each.text, message, "ask for it, or say what is tested")


def other_things(words: str, claim: Claim, tracker: Tracker) -> Iterator[Remark]:
    """The companies, brands or models that a claim names, and for which neither its check nor an alternative asks.

    What belongs together counts as one: a company may be tested by its brand.
    """
    known = _asked(tracker, claim)
    kinds = {tracker.entities[id].kind for id in known}
    found = [
        (at, name, id)
        for id, at, name in places(tracker, words)
        if tracker.entities[id].kind in kinds - {"market"} and not akin(tracker, id, known)
    ]
    others = [other for other in names(tracker) if other in words] if found else []
    for at, name, id in found:
        inside = any(name != other and name in other for other in others)  # of a paper, a list, a term of the site
        if not inside and not any(name in text for text in _counted(tracker, claim)):
            message = f"the claim names {name}, and neither its check nor an alternative asks for {id}"
            yield Remark(at, name, message, "ask for it in the check, or take it out: a claim of its own can say it")


def about_others(claim: Claim, tracker: Tracker) -> Iterator[tuple[str, str]]:
    """What `about` names and the claim neither says nor asks for, or does not name and the check compares."""
    known, said = _asked(tracker, claim), {id for id, _, _ in places(tracker, plain(claim.text))}
    if not known or not claim.about:
        return
    for id in claim.about:
        if tracker.entities[id].kind != "market" and not akin(tracker, id, {*known, *said}):
            message = f'about: names "{id}", which neither the claim nor its check is about'
            yield message, "take it out of about:, or ask for it in the check"
    compared = tuple(line for line in claim.check if not _told_of(line))
    asks = asked(tracker, structs.replace(claim, check=compared, alternatives=()))
    lacking = [
        id for id in sorted(asks) if tracker.entities[id].kind != "market" and not akin(tracker, id, claim.about)
    ]
    if len(lacking) < len(asks):
        for id in lacking:
            message = f'the check asks for "{id}" too, which about: does not name'
            yield message, f"write about: [{', '.join((*claim.about, id))}]"


def fits(period: Period, known: Iterable[Period]) -> bool:
    """Whether a period is one of those that are asked for, or wider; years of other calendars go by their number."""
    return any(
        period.contains(each) or (each.calendar is not None and abs(each.last.year - period.last.year) < 2)
        for each in known
    )


def asked_periods(tracker: Tracker, claim: Claim) -> set[Period] | None:
    """The periods for which the checks of a claim ask, also through the verdicts on others; None if nobody knows."""
    first, *others = (_periods_of(tracker, each) for each in behind(tracker, claim))
    return None if None in (first, *others) or not all(others) else set[Period]().union(*filter(None, (first, *others)))


def _periods_of(tracker: Tracker, claim: Claim) -> set[Period] | None:
    """The periods for which its own checks ask; None if nobody knows."""
    found: list[Period | None] = []
    for node in (each for line in claim.tests for each in parse(line.source).find_all((nodes.Call, nodes.Filter))):
        match node:
            case nodes.Call(node=nodes.Name(name="capability")):
                return None
            case nodes.Call(node=nodes.Name(name="event"), args=[nodes.Const(value=str(id))]):
                found += _months(tracker.events[id].date)
            case nodes.Call(node=nodes.Name(name="entry"), args=[nodes.Const(value=str(id)), *_]):
                steps = [each for each in tracker.entries if akin(tracker, each.entity, [id])]
                days = (day for each in steps for day in (each.said, each.target) if day is not None)
                found += [month for day in days for month in _months(day)]
            case nodes.Call(node=nodes.Name(name="rank"), args=[nodes.Const(value=str(id)), *_]):
                when = tracker.rankings[id].period
                found.append(when.nominal if isinstance(when, FinancialPeriod) else when)
            case nodes.Filter(name="change", node=nodes.Expr() as inner, args=[nodes.Const(value=str(kind)), *_]):
                own = [period for text in _addresses(inner) if (period := _period(tracker, text)) is not None]
                before = [each.year_before() if kind == "year" else each.previous() for each in own]
                found += [period for period in before if period is not None]
    found += [_period(tracker, text) for line in claim.tests for text in _addresses(parse(line.source))]
    return None if None in found else {period for period in found if period is not None}


def _months(date: Period) -> tuple[Period, ...]:
    """The months of a date, in one of which something was; a day or a week as it is."""
    return date.split("month") or (date,)


def _told_of(line: Expression) -> bool:
    """Whether a line asks for an event or a verdict, in which others may have a part."""
    calls = parse(line.source).find_all(nodes.Call)
    return any(call.node in (nodes.Name("verdict", "load"), nodes.Name("event", "load")) for call in calls)


def _period(tracker: Tracker, text: str) -> Period | None:
    """The period of an address; None for the latest one, and for what is no address."""
    try:
        address = Address.parse(text)
        period = address.on(tracker.series[address.series].calendar).period
    except (ValueError, KeyError):
        return None
    return period if isinstance(period, Period) else None


def _addresses(node: nodes.Node) -> list[str]:
    texts = (each.value for each in node.find_all(nodes.Const))
    return [text for text in texts if isinstance(text, str) and "@" in text]


def _asked(tracker: Tracker, claim: Claim) -> set[str]:
    """The entities for which the checks of a claim ask, those of its rankings with them."""
    found = asked(tracker, claim)
    for call in (call for line in claim.tests for call in parse(line.source).find_all(nodes.Call)):
        match call:
            case nodes.Call(node=nodes.Name(name="rank"), args=[nodes.Const(value=str(id)), *_]):
                ranking = tracker.rankings[id]
                rows = () if ranking.table is None else ranking.table.rows
                found |= {entity for entity, _ in ranking.members} | {row.entity for row in rows if row.entity}
    return found


def akin(tracker: Tracker, id: str, others: Iterable[str]) -> bool:
    """Whether a thing is one of others, or belongs together with one."""
    return any(id == other or tied(tracker, id, other) for other in others)


def _counted(tracker: Tracker, claim: Claim) -> Iterator[str]:
    """What the figures of a claim count, in words: "purchases from the mill" asks for the mill too."""
    for text in (text for line in claim.tests for text in _addresses(parse(line.source))):
        series = tracker.series.get(Address.parse(text).series)
        if series is not None:
            yield from (series.definition, tracker.metrics[series.id[1]].label)
