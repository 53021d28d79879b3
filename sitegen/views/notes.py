"""The note behind a number: definition, period, basis, status, source, rivals with their spread, parts."""

from __future__ import annotations

from decimal import Decimal

from sitegen.figures import Figure, rival_figures
from sitegen.model.address import Address
from sitegen.model.period import Period
from sitegen.model.regions import place_name
from sitegen.model.words import Series
from sitegen.urls import address_url, series_url
from sitegen.views.desk import Writer
from sitegen.views.parts import Note, Part, Rival


def note(writer: Writer, id: str, figure: Figure) -> Note:
    """The note of a figure, under the id that its button names."""
    first = figure.addresses[0]
    series = writer.desk.tracker.series[first.series]
    own = figure.address is not None and figure.kind != "change"
    return Note(
        id=id,
        heading=figure.label,
        value=writer.figure(figure, "inline"),
        unit=unit(figure),
        facts=_facts(writer, figure, series, first),
        sources=tuple(writer.source(source, numbered=True) for source in _sources(figure)),
        reason=None if figure.observation is None else figure.observation.reason,
        rivals=tuple(rival(writer, other) for other in rival_figures(writer.desk.figures, figure)),
        disagree=figure.disagree,
        spread=spread(writer, figure) if figure.disagree and own else None,
        made=figure.operation[:1].upper() + figure.operation[1:],
        parts=tuple(_part(writer, part) for part in figure.inputs),
        mixed=figure.mixed,
        href=writer.page.link(series_url(first.series)),
    )


def unit(figure: Figure) -> str:
    """The unit, where the words of the figure do not say it already."""
    return "" if figure.unit in ("percent", "points", "times") else figure.unit


def rival(writer: Writer, figure: Figure) -> Rival:
    """Another value of an address, or another reported change, with its source."""
    [source] = (observation.source for observation in figure.observations)
    return Rival(value=writer.figure(figure, "inline"), source=writer.source(source))


def spread(writer: Writer, figure: Figure) -> str | None:
    """How far the values of one address lie apart, in percent of the one that answers; None if that says nothing."""
    values = [o.amount.value for o in figure.rivals if o.amount is not None and o.amount.value is not None]
    answer = figure.amount.value
    if not values or not answer:
        return None
    widest = max(abs(value - answer) for value in values) / abs(answer) * 100
    decimals = 0 if widest >= 10 else 1
    return writer.percent(widest.quantize(Decimal(1).scaleb(-decimals)), decimals)


def counted(writer: Writer, series: Series) -> str:
    """What a series counts, and where: "deliveries, China"."""
    scope = "" if series.scope == "all" else f", {series.scope}"
    return f"{series.basis}, {region(writer, series)}{scope}"


def region(writer: Writer, series: Series) -> str:
    """The region of a series by its name."""
    code = series.region.upper() if len(series.region) == 2 and series.region != "eu" else series.region
    return place_name(code, writer.desk.locale)


def _facts(writer: Writer, figure: Figure, series: Series, first: Address) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str]] = []
    if isinstance(first.period, Period):
        facts.append(("Period", writer.period(first.period)))
    facts += [("Definition", series.definition), ("Basis", counted(writer, series))]
    if figure.status != "reported":
        facts.append(("Status", figure.status))
    if figure.observation is not None and figure.observation.note:
        facts.append(("Note", figure.observation.note))
    return tuple(facts)


def _sources(figure: Figure) -> tuple[str, ...]:
    return tuple(dict.fromkeys(observation.source for observation in figure.observations))


def _part(writer: Writer, figure: Figure) -> Part:
    address = figure.addresses[0]
    when = writer.period(address.period) if isinstance(address.period, Period) else ""
    return Part(
        label=figure.label,
        period=when,
        value=writer.figure(figure, "inline"),
        href=writer.page.link(address_url(address)),
    )
