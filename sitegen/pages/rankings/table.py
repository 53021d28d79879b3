"""A ranking as a piece of a page: members by value or by change, or a published league table with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from sitegen.figures import Figure, Missing, Rank, Standing
from sitegen.figures.arithmetic.converting import unit_in
from sitegen.figures.columns import Column, column
from sitegen.figures.nouns import heading
from sitegen.figures.ranks import less_first, middle
from sitegen.figures.values.spread import closed
from sitegen.figures.words import ends
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import CEILINGS, FLOORS
from sitegen.model.basics.period import Period
from sitegen.model.body import Where
from sitegen.model.lives import ending
from sitegen.model.ranking import Ranking
from sitegen.pages.charts.trend import LENGTHS, trend
from sitegen.pages.parts import Name
from sitegen.pages.pieces import Absent, RankingRow, RankingTable
from sitegen.pages.rankings.place import place
from sitegen.pages.words.conversion import conversion
from sitegen.pages.words.lives import ended
from sitegen.pages.words.notes import at_most
from sitegen.pages.words.show import pressed
from sitegen.pages.words.spread import dispute, reach_shown
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_url, series_url


def ranking_table(writer: Writer, id: str, *, heading: int) -> RankingTable:
    """A ranking as a piece of the writer's page. heading: the level of its heading."""
    ranking = writer.context.tracker.rankings[id]
    url = ranking_url(ranking)
    own = writer.page.url == url.partition("#")[0]
    found = writer.context.standings[id]
    amounts = [amount for standing in found if (amount := _amount(standing)) > 0]
    most = max(amounts) if ranking.by == "value" and len(amounts) > 1 else 0.0  # one bar alone compares nothing
    placed = [(s, s.rank) for s in found if s.rank is not None]
    values = column_of(writer, ranking, found)
    rows = tuple(_row(writer, ranking, values, standing, rank, most) for standing, rank in placed)
    bases = {row.basis for row in rows if row.basis}
    return RankingTable(
        id=writer.page.anchor(id, "ranking"),
        heading=heading,
        short=ranking.short,
        title=writer.text(ranking.title, "prose" if own else "inline"),
        label=writer.text(ranking.title, "text"),
        subtitle=writer.text(ranking.subtitle),
        unit=_unit(writer, ranking, values),
        has_change=any(row.change for row in rows),
        has_share=any(row.share for row in rows),
        trend=_span(writer, ranking) if any(row.trend for row in rows) else "",
        by=ranking.by,
        has_basis=len(bases) > 1,
        basis=next(iter(bases)) if len(bases) == 1 else "",
        rows=rows,
        open=_open(writer, ranking, found),
        closed=tuple(_closed(writer, ranking, found)),
        unsettled=any(not rank.among.settled for _, rank in placed),
        absent=tuple(_absent(writer, ranking, found)),
        gone=tuple(_gone(writer, found)),
        share_of="" if ranking.of is None else _series(writer, ranking.of),
        source=_source(writer, ranking),
        mixed=ranking.mixed,
        converted=conversion(writer, ranking.convert),
        note=writer.text(ranking.note),
        page=None if own else writer.page.link(url),
    )


def listed(writer: Writer, id: str) -> bool:
    """Whether the ranking stands on the writer's page already, as in its text."""
    return f"ranking-{id}" in writer.page.anchors


def _row(writer: Writer, ranking: Ranking, values: Column, standing: Standing, rank: Rank, most: float) -> RankingRow:
    """One place. most: the value of the longest bar; 0 for no bars."""
    series = standing.series
    return RankingRow(
        rank=place(standing, rank, writer.context.locale),
        moved=_moved(writer, standing),
        name=_name(writer, standing),
        value=_value(writer, values, standing),
        given=isinstance(standing.figure, Figure),
        length=f"{100 * amount / most:.3g}" if (amount := _amount(standing)) > 0 < most else "",
        spread=dispute(writer, standing.figure),
        change=writer.moved(standing.change),
        change_spread=reach_shown(writer, standing.change),
        share=writer.linked(standing.share) if isinstance(standing.share, Figure) else "",
        basis=_basis(writer, standing.series),
        trend="" if series is None else trend(writer.context.figures, series, Address(*series, ranking.period)).path,
    )


def _open(writer: Writer, ranking: Ranking, found: Iterable[Standing]) -> tuple[str, ...]:
    """Whose values leave places open, in a sentence, and what a bound among them means."""
    vague = dict.fromkeys(series for standing in found if standing.rank is not None for series in standing.rank.open)
    if not vague:
        return ()
    ordered = {s.series: _ordered(ranking, s) for s in found}
    bounds = {figure.amount.bound for series in vague if isinstance(figure := ordered.get(series), Figure)}
    names = dict.fromkeys(writer.named(entity) for entity, _ in vague)
    said = [writer.say("ranking.open", names=writer.context.locale.listed(names))]
    said += [writer.say("ranking.open.floor")] if bounds.intersection(FLOORS) else []
    said += [writer.say("ranking.open.ceiling")] if bounds.intersection(CEILINGS) else []
    return tuple(said)


def _ordered(ranking: Ranking, standing: Standing) -> Figure | Missing | None:
    return standing.change if ranking.by == "change" else standing.figure


def _closed(writer: Writer, ranking: Ranking, found: Iterable[Standing]) -> Iterator[str]:
    """Between which ends the number of a member lies that its own words leave open above, and why, in a sentence."""
    for standing in found:
        figure = _ordered(ranking, standing)
        if not isinstance(figure, Figure) or standing.series is None:
            continue
        if (within := closed(writer.context.figures, figure)) is not None:
            words = writer.figure(within, "inline", ends(within, writer.context.locale))
            range = pressed(figure, words, writer.page, writer.context.edition, "figure")
            why = Markup("; ").join(at_most(writer, figure.addresses)) or writer.say("ranking.closed.sources")
            yield writer.say("ranking.closed", name=standing.name, range=range, why=why)


def _absent(writer: Writer, ranking: Ranking, found: Iterable[Standing]) -> Iterator[Absent]:
    """The members without a value that were there in the period, those with one reason together."""
    missing = [(_why(writer, ranking, s.missing), s) for s in found if s.missing is not None and not s.outside]
    for reason in dict.fromkeys(reason for reason, _ in missing):
        yield Absent(names=tuple(_name(writer, s) for why, s in missing if why == reason), reason=reason)


def _why(writer: Writer, ranking: Ranking, missing: Missing) -> str:
    """Why a member has no place: with its period where that is not the ranking's, as in a ranking by change."""
    short, when = missing.short(writer.context.locale), missing.address.period
    if when == ranking.period or not isinstance(when, Period):
        return short
    return writer.say("ranking.absent.earlier", why=short, period=writer.period(when))


def _gone(writer: Writer, found: Iterable[Standing]) -> Iterator[str]:
    """What to say of members that are not there in the whole period: when they ended or began."""
    tracker = writer.context.tracker
    for standing in found:
        if standing.missing is not None and standing.outside:
            yield standing.missing.reason
        elif (
            standing.entity is not None and isinstance(standing.figure, Figure) and standing.figure.address is not None
        ):
            end, period = ending(tracker.entities, standing.entity), standing.figure.address.period
            if (
                end is not None
                and end.until is not None
                and isinstance(period, Period)
                and end.until.last < period.last
            ):
                yield ended(writer, standing.entity)


def _amount(standing: Standing) -> float:
    """What a bar shows of a value: 0 where there is none."""
    return float(middle(standing.figure.amount)) if isinstance(standing.figure, Figure) else 0.0


def _name(writer: Writer, standing: Standing) -> Name:
    if standing.entity is None:
        return Name(text=standing.name, href=None, native=None, language="")
    return writer.name(standing.entity)


def _value(writer: Writer, values: Column, standing: Standing) -> str:
    """The value with its note; a value of a published table has the table's one source below."""
    if not isinstance(standing.figure, Figure):
        return Markup('<span class="quiet">{}</span>').format(writer.say("ranking.no-value"))
    where: Where = "inline" if standing.series is None else "prose"
    return writer.figure(standing.figure, where, values.say(standing.figure, writer.context.locale))


def _span(writer: Writer, ranking: Ranking) -> str:
    """How far back the trends of a ranking may reach, in words: "Last 5 years"."""
    cadence = ranking.period.cadence or "day"
    return writer.count(f"ranking.last.{cadence}", LENGTHS[cadence])


def _moved(writer: Writer, standing: Standing) -> str:
    """How the place differs from the year before, in words; "" where it does not or is not settled."""
    before = standing.moved_from
    return "" if before is None else writer.say("ranking.moved", place=writer.number(before))


def _basis(writer: Writer, series: SeriesId | None) -> str:
    return "" if series is None else writer.context.tracker.series[series].basis


def column_of(writer: Writer, ranking: Ranking, found: Iterable[Standing]) -> Column:
    """How the values are said: those of a published table as they stand there."""
    if ranking.table is not None:
        return Column(ranking.table.unit)
    metrics = writer.context.tracker.metrics
    unit = unit_in(metrics[ranking.members[0][1]].unit, ranking.convert, metrics)
    return column(unit, (s.figure for s in found if isinstance(s.figure, Figure)), writer.context.locale)


def _unit(writer: Writer, ranking: Ranking, values: Column) -> str:
    words = heading(values.unit, writer.context.locale)
    less = less_first(ranking, writer.context.tracker.metrics)
    return writer.say("ranking.unit.less", unit=words) if less else words


def _series(writer: Writer, series: SeriesId) -> Markup:
    label = writer.context.figures.label(series)
    return Markup('<a href="{}">{}</a>').format(writer.page.link(series_url(series)), label)


def _source(writer: Writer, ranking: Ranking) -> str:
    """Who published the table and what it counts; "" for a ranking of our own series."""
    if ranking.table is None:
        return ""
    line = writer.source(ranking.table.source, numbered=True)
    publisher = writer.anchor(line.publisher, line.href) + writer.cite(ranking.table.source)
    return writer.say("ranking.source", definition=ranking.table.definition.rstrip("."), publisher=publisher)
