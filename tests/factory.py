"""Small trackers for tests: `tracker(series(…), …)` with everything else filled in.

An observation is written as `seen("2025-Q1", 45300, "co")`. Sources, entities and metrics that the series
name are made up: a source whose id begins with a kind (`filing-1`, `press-2`) is of that kind, else press;
the metrics of `UNITS` are of the units and kinds that stand there, any other is a flow of vehicles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import get_args

from msgspec.structs import replace

from sitegen.figures import Figure, Figures
from sitegen.load.gather import Gather
from sitegen.load.units import unit_of
from sitegen.model.basics.address import Address, parse_series
from sitegen.model.basics.amount import Amount, Bound, make_amount
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.basics.text import Expression, Text
from sitegen.model.basics.unit import Unit
from sitegen.model.claim import Claim
from sitegen.model.entity import Entity
from sitegen.model.metric import Metric
from sitegen.model.ranking import RankedBy, Ranking
from sitegen.model.series import ChangeKind, Observation, Series, Status, Use, stated
from sitegen.model.site import Site
from sitegen.model.source import Reliability, Source, SourceKind
from sitegen.model.tracker import Tracker
from sitegen.model.worked import Term, WorkedOut
from sitegen.problems import Place
from sitegen.words import Locale

UNITS: Mapping[str, tuple[str, MetricKind]] = {
    "profit": ("million CNY", "flow"),
    "revenue": ("million CNY", "flow"),
    "revenue-eur": ("million EUR", "flow"),
    "revenue-usd": ("million USD", "flow"),
    "eur-per-usd": ("EUR per USD", "price"),
    "eur-per-cny": ("EUR per CNY", "price"),
    "margin": ("percent", "rate"),
    "bev-share": ("percent", "rate"),
    "anteil": ("percent", "rate"),
    "staff": ("people", "stock"),
    "price": ("CNY", "price"),
    "heat": ("°C", "measure"),
}
COUNTED: Mapping[str, Unit] = {
    many: Unit(many, divides=False, words=(("one", one), ("other", many)))
    for one, many in (("vehicle", "vehicles"), ("person", "people"), ("car", "cars"), ("trip", "trips"))
}
PLACE = Place("data/series/test.yaml")
Lines = str | tuple[str, ...]
"""A reading, written as one comparison or several."""


def seen(
    period: str,
    value: int | str | None = None,
    source: str = "press-1",
    *,
    low: str | None = None,
    high: str | None = None,
    bound: Bound = "exact",
    change: Mapping[ChangeKind, str] | None = None,
    use: Use = "normal",
    status: Status = "reported",
    accepted: Mapping[str, str] | None = None,
    within: str | None = None,
    replaces: str | None = None,
    negative: bool = False,
    at_most: Mapping[str, str] | None = None,
    line: int = 1,
) -> Observation:
    """An observation; without a value or range it is a reported change, and `bound` is about that."""
    amount = None
    if value is not None or low is not None:
        given, least, most, near = (None if end is None else Decimal(end) for end in (value, low, high, within))
        amount = make_amount(given, low=least, high=most, bound=bound, within=near, negative_allowed=negative)
    return Observation(
        period=Period.parse(period),
        amount=amount,
        change={
            kind: make_amount(
                Decimal(text), bound="exact" if amount is not None else bound, negative_allowed=True, whole=False
            )
            for kind, text in (change or {}).items()
        },
        source=source,
        use=use,
        reason=None if use == "normal" else "as the test says",
        status=status,
        replaces=replaces,
        note=None,
        accepted=accepted or {},
        at_most={parse_series(id): reason for id, reason in (at_most or {}).items()},
        place=Place(PLACE.path, line),
    )


def worked(period: str, *terms: str, accepted: Mapping[str, str] | None = None, line: int = 1) -> WorkedOut:
    """A value that follows from published ones: a term is an address, one to be subtracted begins with a minus."""
    return WorkedOut(
        period=Period.parse(period),
        terms=tuple(Term(Address.parse(term.removeprefix("-")), term.startswith("-")) for term in terms),
        note=None,
        accepted=accepted or {},
        place=Place(PLACE.path, line),
    )


def series(
    id: str,
    *observations: Observation | WorkedOut,
    cadence: Cadence = "month",
    region: str = "cn",
    basis: str = "deliveries",
    lag: int = 10,
    accepted: Mapping[str, str] | None = None,
    calendar: Calendar | None = None,
) -> Series:
    """A series by its `entity.metric`; its periods lie on its calendar."""
    observations = tuple(replace(o, period=o.period.on(calendar)) for o in observations)
    entity, metric = parse_series(id)
    divides = _metric(metric).divisible
    return Series(
        entity=entity,
        metric=metric,
        definition="counted in a test",
        region=region,
        scope="all",
        basis=basis,
        cadence=cadence,
        lag=lag,
        note=None,
        **stated([_rounded(o) if divides else o for o in observations if isinstance(o, Observation)]),
        worked_out=tuple(w for w in observations if isinstance(w, WorkedOut)),
        accepted=accepted or {},
        calendar=calendar,
        place=PLACE,
    )


def _rounded(observation: Observation) -> Observation:
    """The observation of a unit that divides: a number without a bound is a rounded one."""
    amount = observation.amount
    if amount is None or amount.value is None or amount.bound != "exact":
        return observation
    negative = bool(amount.value < 0)
    return replace(observation, amount=make_amount(amount.value, whole=False, negative_allowed=negative))


def source(
    id: str,
    *,
    url: str | None = None,
    via: str | None = None,
    reliability: Reliability | None = None,
    accepted: Mapping[str, str] | None = None,
) -> Source:
    """A source, of the kind with which its id begins."""
    kinds: tuple[SourceKind, ...] = get_args(SourceKind)
    return Source(
        id=id,
        publisher=id,
        title=None,
        url=url or f"https://example.org/{id}",
        published=None,
        kind=next((kind for kind in kinds if id.startswith(kind)), "press"),
        language=None,
        via=via,
        reliability=reliability,
        note=None,
        accepted=accepted or {},
        place=Place("data/sources/test.yaml"),
    )


def ranking(
    *members: str,
    period: str = "2025",
    by: RankedBy = "value",
    of: str | None = None,
    mixed: str | None = None,
    id: str = "test",
) -> Ranking:
    """A ranking of series by their value, or by its change on the year, in a period."""
    return Ranking(
        id=id,
        title=text("A ranking"),
        subtitle=None,
        period=Period.parse(period),
        members=tuple(parse_series(member) for member in members),
        by=by,
        table=None,
        of=None if of is None else parse_series(of),
        mixed=mixed,
        note=None,
        accepted={},
        place=Place("data/rankings.yaml"),
    )


def tracker(*all_series: Series, sources: Iterable[Source] = (), rankings: Iterable[Ranking] = ()) -> Tracker:
    """A tracker of these series; the sources that they name and nobody gave are made up."""
    given = {s.id: s for s in sources}
    named = {o.source for s in all_series for o in s.observations} | {s.via for s in given.values() if s.via}
    every = {id: source(id) for id in sorted(named)} | given
    return Tracker(
        site=_site(),
        entities={id: _entity(id) for id in sorted({s.entity for s in all_series})},
        metrics={id: _metric(id) for id in sorted({s.metric for s in all_series})},
        own_places={},
        sources=dict(sorted(every.items())),
        series={s.id: s for s in sorted(all_series, key=lambda s: s.id)},
        rankings={r.id: r for r in rankings},
        entries=(),
        capabilities={},
        events={},
        charts={},
        claims={},
        documents={},
        files=(),
        kinds={},
    )


def figures(*all_series: Series, sources: Iterable[Source] = ()) -> Figures:
    """The figures of a tracker of these series."""
    return Figures(tracker(*all_series, sources=sources))


def fig(of: Figures, address: str) -> Figure:
    """The figure at an address; fails the test if it is missing."""
    answer = of.answer(Address.parse(address))
    assert isinstance(answer, Figure), answer
    return answer


def amount_of(of: Figures, address: str) -> Amount:
    """The amount at an address; fails the test if it is missing."""
    return fig(of, address).amount


def text(words: str) -> Text:
    """A text without expressions."""
    return Text((words,), PLACE)


def _lines(given: Lines) -> tuple[Expression, ...]:
    """A reading, written as one comparison or several."""
    return tuple(Expression(line, PLACE) for line in ([given] if isinstance(given, str) else given))


def claim(id: str, check: Lines, *alternatives: Lines, by: str | None = "claimant", mixed: str | None = None) -> Claim:
    """A claim by a source of its own."""
    return Claim(
        id=id,
        text=text(id),
        by=by,
        document=None,
        about=(),
        check=_lines(check),
        alternatives=tuple(map(_lines, alternatives)),
        because=None,
        mixed=mixed,
        note=None,
        place=PLACE,
    )


def _entity(id: str) -> Entity:
    return Entity(
        id=id,
        kind="company",
        name=id.upper(),
        native=None,
        native_language="zh-Hans",
        aliases=(),
        since=None,
        until=None,
        ended=None,
        successor=None,
        former_names=(),
        parents=(),
        members=(),
        above=None,
        page=id,
        country=None,
        website=None,
        color=None,
        about=None,
        place=Place("data/companies/test.yaml"),
    )


def unit(written: str) -> Unit:
    """A unit as an author writes it; vehicles, people, cars and trips are known too."""
    return unit_of(written, COUNTED, Gather({"unit": ()}), PLACE)


def _metric(id: str) -> Metric:
    written, kind = UNITS.get(id, ("vehicles", "flow"))
    measured = unit(written)
    return Metric(
        id=id,
        label=id.capitalize(),
        in_text=id,
        unit=measured,
        decimals=1 if kind in ("rate", "measure") else 0,
        kind=kind,
        divisible=measured.divides,
        negative=id in ("profit", "margin", "heat"),
        better="less" if id in ("price", "stock-days") else "more",
        related=(),
        place=Place("data/metrics.yaml"),
    )


def _site() -> Site:
    return Site(
        name="A tracker",
        tagline=text("For tests"),
        base_url="https://example.org/",
        locale=Locale(),
        as_of=None,
        repository=None,
        contact=None,
        licence=None,
        accent=None,
        terms=(),
        tags={},
        lead_ranking=None,
        lead_chart=None,
        lead_claims=(),
        place=Place("data/site.yaml"),
    )
