"""Comparisons: the list of pairs, and a page for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from msgspec import structs

from sitegen import urls
from sitegen.figures.common import Alike, Common
from sitegen.model.entity import Entity
from sitegen.model.site import Pair
from sitegen.model.tracker import Tracker
from sitegen.pages.briefs import brief_pointer
from sitegen.pages.capabilities.answers import asked
from sitegen.pages.charts.view import automatic_view, shown
from sitegen.pages.claims.claims import claims_about, more_claims
from sitegen.pages.companies.standings import places
from sitegen.pages.compare.charts import pair_chart_id, titled
from sitegen.pages.compare.common import common_of
from sitegen.pages.compare.numbers import heads, number_rows, parts_shown, ratio_head
from sitegen.pages.compare.parts import ComparisonsView, ComparisonView, SharedPlace, SharedRanking
from sitegen.pages.compare.sentence import COUNTS, both_counted, difference
from sitegen.pages.context import Context
from sitegen.pages.expansion.markets import market_rows
from sitegen.pages.explore.links import explored
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import ChartView
from sitegen.pages.record.page import Page
from sitegen.pages.redirect import redirect
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer, family
from sitegen.urls import chart_url, comparison_url

Ids = frozenset[str]


def comparisons(context: Context) -> Pages:
    """The list of pairs, a page for each that has something to compare, and what leads to the list from between."""
    if context.tracker.site.compare:
        yield urls.COMPARE, _index
    for id in dict.fromkeys(pair.one for pair in context.pairs()):
        yield f"{urls.COMPARE}{id}/", partial(_to_list, id=id)
    for pair in context.pairs():
        yield comparison_url(pair.one, pair.other), partial(_page, pair=pair)


def compared_with(writer: Writer, entity: str) -> tuple[Pointer, ...]:
    """The pages that compare an entity, each called by the other of the two."""
    entities = writer.context.tracker.entities
    return tuple(
        Pointer(
            label=entities[pair.other if pair.one == entity else pair.one].name,
            href=writer.page.link(comparison_url(pair.one, pair.other)),
        )
        for pair in writer.context.pairs(entity)
    )


def pair_title(pair: Pair, tracker: Tracker) -> str:
    """What a comparison is called."""
    one, other = (tracker.entities[id].name for id in (pair.one, pair.other))
    return tracker.site.locale.say("compare.title", one=one, other=other)


def _index(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.COMPARE))
    pointers = tuple(
        Pointer(
            label=pair_title(pair, context.tracker),
            href=writer.page.link(comparison_url(pair.one, pair.other)),
            detail=_says(writer, *_shared(context, pair)),
        )
        for pair in context.pairs()
    )
    head = Head(title=writer.say("section.compare"), description=writer.say("compare.list"))
    view = ComparisonsView(title=head.title, standfirst=head.description, pairs=pointers)
    return sheet(context, writer, view, head)


def _to_list(context: Context, id: str) -> Sheet:
    title = context.locale.say("section.compare")
    return redirect(context, f"{urls.COMPARE}{id}/", to=urls.COMPARE, title=title)


def _page(context: Context, pair: Pair) -> Sheet:
    writer = Writer(context, Page(comparison_url(pair.one, pair.other)))
    one, other = (context.tracker.entities[id] for id in (pair.one, pair.other))
    common, sides = _shared(context, pair)
    title = pair_title(pair, context.tracker)
    names = writer.name(one.id), writer.name(other.id)
    says = _says(writer, common, sides)
    numbers = number_rows(writer, common.numbers)
    told = _told(writer, common)
    chart = _chart(writer, pair, common)
    view = ComparisonView(
        title=title,
        pair=names,
        says=says,
        stand=tuple(_stands(writer, id) for id in parts_shown(common.numbers, (one.id, other.id))),
        chart=chart,
        notes=tuple(_notes(writer, common)),
        numbers=numbers,
        heads=heads(numbers, names),
        ratio=ratio_head(writer, numbers),
        counts=() if told is None or chart is not None else both_counted(writer, told),
        why=_why(writer, common, (one, other)),
        charts=tuple(
            Pointer(
                label=writer.text(writer.context.tracker.charts[id].title, "inline"),
                href=writer.page.link(chart_url(id)),
            )
            for id in common.charts
            if not shown(writer, id)
        ),
        rankings=tuple(_rankings(writer, common.rankings, sides)),
        places=tuple(_places(writer, common.places, (one, other))),
        capabilities=asked(writer, (one, other), common.capabilities) if common.capabilities else None,
        claims=claims_about(writer, *sides),
        more_claims=more_claims(writer, *sides),
        briefs=tuple(
            brief_pointer(writer, brief)
            for brief in context.briefs()
            if all(side & {*brief.entities} for side in sides)
        ),
    )
    description = writer.say("compare.description", title=title)
    return sheet(context, writer, view, Head(title=title, description=description))


def _shared(context: Context, pair: Pair) -> tuple[Common, Sequence[Ids]]:
    """What there is of both, and each of the two with the entities on its page."""
    entities = (context.tracker.entities[id] for id in (pair.one, pair.other))
    sides = [frozenset(member.id for member in (entity, *family(context, entity))) for entity in entities]
    return common_of(context, pair), sides


def _told(writer: Writer, common: Common) -> Alike | None:
    """The number in which the two differ: the count with the most periods; without one their places say more."""
    metrics = writer.context.tracker.metrics
    counts = [alike for alike in common.numbers if metrics[alike.one[1]].kind in COUNTS]
    return next(iter(counts if common.rankings else (*counts, *common.numbers)), None)


def _says(writer: Writer, common: Common, sides: Sequence[Ids]) -> str:
    """How the two differ: by a number, else by their places, else what there is of both."""
    if (told := _told(writer, common)) is not None:
        return difference(writer, told)
    ours = [ranking for ranking in writer.context.rankings() if ranking.id in common.rankings]
    ours.sort(key=lambda ranking: (ranking.table is not None, ranking.by == "change"))  # else the latest first
    if ours:
        one, other = (places(writer, side, (ours[0].id,))[0] for side in sides)
        return writer.say(
            "compare.ranked",
            ranking=writer.text(ours[0].title, "inline"),
            one=one.name.text,
            place=one.rank,
            other=other.name.text,
            place_of_other=other.rank,
        )
    markets, abilities, claims = (len(each) for each in (common.places, common.capabilities, common.claims))
    found = (
        writer.count("compare.markets.count", markets) if markets else "",
        writer.count("compare.capabilities.count", abilities) if abilities else "",
        writer.count("compare.claims.count", claims) if claims else "",
    )
    met = [words for words in found if words] or [writer.say("compare.briefs.some")]
    return writer.say("compare.met", what=writer.context.locale.listed(met))


def _why(writer: Writer, common: Common, two: Sequence[Entity]) -> str:
    """Why nothing is drawn of both, or no number can stand beside another, in a sentence; "" if there is a chart."""
    one, other = two
    if common.numbers:
        return "" if common.line or common.charts else writer.say("compare.none.line")
    if common.apart is None:
        return writer.say("compare.none", one=one.name, other=other.name)
    tracker = writer.context.tracker
    metric = tracker.metrics[common.apart.one[1]].label
    if not common.apart.differs:
        return writer.say("compare.none.period", metric=metric)
    ours, theirs = (tracker.series[id] for id in (common.apart.one, common.apart.other))
    names = {slot: writer.named(series.entity) for slot, series in (("one", ours), ("other", theirs))}
    counts = {"counts": counted(writer, ours), "counts_of_other": counted(writer, theirs)}
    return writer.say("compare.none.differ", metric=metric, **names, **counts)


def _stands(writer: Writer, id: str) -> str:
    """Why a brand or model is on the page of a comparison, in a sentence."""
    part = writer.context.tracker.entities[id]
    whole = writer.named(part.page or id)
    what = writer.text(part.about) or writer.say(f"entity.part.{part.kind}", name=whole)
    return writer.say("compare.part", part=part.name, whole=whole, what=what.removesuffix("."))


def _chart(writer: Writer, pair: Pair, common: Common) -> ChartView | None:
    """The longest series that both have, titled for the pair."""
    if common.line is None:
        return None
    title, subtitle = titled(writer, common.line)
    stem = f"{comparison_url(pair.one, pair.other)}{pair.id}"
    chart = automatic_view(writer, pair_chart_id(pair), title, subtitle, files=stem)
    changed = explored(writer, [common.line.one, common.line.other], common.line.periods[0].cadence)
    return None if chart is None else structs.replace(chart, explore=changed)


def _notes(writer: Writer, common: Common) -> Iterator[str]:
    """What is noted of each of the series that are drawn."""
    for id in () if common.line is None else (common.line.one, common.line.other):
        if note := writer.context.tracker.series[id].note:
            label = writer.context.figures.label(id)
            yield writer.say("compare.note", series=label, note=note.rstrip("."))


def _rankings(writer: Writer, asked: Collection[str], sides: Sequence[Ids]) -> Iterator[SharedRanking]:
    """The rankings that hold both, the latest period first."""
    one, other = (places(writer, side, asked) for side in sides)
    for row in {row.href: row for row in one}.values():
        yield SharedRanking(
            title=row.title,
            href=row.href,
            period=row.period,
            one=tuple(each for each in one if each.href == row.href),
            other=tuple(each for each in other if each.href == row.href),
        )


def _places(writer: Writer, asked: Collection[str], two: Sequence[Entity]) -> Iterator[SharedPlace]:
    """The places in which both have market entries."""
    one, other = (market_rows(writer, entity.id, asked) for entity in two)
    for where in dict.fromkeys(row.where for row in one):
        yield SharedPlace(
            where=where,
            one=tuple(row for row in one if row.where == where),
            other=tuple(row for row in other if row.where == where),
        )
