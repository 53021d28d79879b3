"""One row of a figure, with the same names in every file, CSV and JSON alike: docs/downloads.md lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TypeVar

from msgspec import structs

from sitegen.figures import Figure, Figures, Missing, say
from sitegen.figures.arithmetic.printing import printed, round_to
from sitegen.figures.labels import label_of
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount, digits_after
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation, Series
from sitegen.model.tracker import Tracker
from sitegen.urls import source_url, whole

Record = Mapping[str, object]
T = TypeVar("T")

WHEN = ("period", "first_day", "last_day")
CITED = ("sources", "publishers", "urls", "reliability")
FIGURE = (
    *("entity", "name", "metric", "label", *WHEN, "value", "bound", "low", "high", "unit", "words", "kind", "status"),
    *("definition", "region", "scope", "basis", "addresses", *CITED, "missing"),
)
"""The columns of a figure in a CSV file, in order."""


def measured(name: str) -> tuple[str, str, str, str]:
    """The columns of a number beside the value: the number, its bound, and the ends between which it lies."""
    return (name, f"{name}_bound", f"{name}_low", f"{name}_high")


def amount_record(amount: Amount | None, name: str = "") -> Record:
    """A number with its bound and the ends between which it lies, None where it is open. name: of another number."""
    columns = measured(name) if name else ("value", "bound", "low", "high")
    cells = (None,) * 4 if amount is None else (amount.value, amount.bound, amount.interval.low, amount.interval.high)
    return dict(zip(columns, cells, strict=True))


def when_record(period: object) -> Record:
    """A period by its name and its first and last day."""
    if not isinstance(period, Period):
        return dict.fromkeys(WHEN)
    return {"period": str(period), "first_day": str(period.first), "last_day": str(period.last)}


def figure_record(figures: Figures, answer: Figure | Missing, when: Period | None = None) -> Record:
    """What a number is of, the number, and what it rests on; or why there is none.

    when: the period of a computed figure. A figure that was computed over several entities, metrics or regions has none
    of them.
    """
    if isinstance(answer, Missing):
        about = _about(figures, (answer.address,), (answer.address,), when)
        return {**about, **amount_record(None), "sources": [], "missing": answer.short(figures.tracker.site.locale)}
    locale = figures.tracker.site.locale
    counted = answer.counted
    own = counted.addresses if counted.address is None else (counted.address,)
    return {
        **_about(figures, own, answer.addresses, when),
        "label": label_of(answer, locale),
        **amount_record(exported(answer)),
        "unit": str(answer.unit),
        "words": f"{say(answer, locale, whole=True)} {noun_of(answer, locale)}".rstrip(),
        "kind": answer.kind,
        "status": answer.status,
        "sources": list(dict.fromkeys(observation.source for observation in answer.observations)),
    }


def observation_record(figures: Figures, series: Series, observation: Observation) -> Record:
    """One value as its source gives it; a change alone has no value."""
    address = Address(*series.id, observation.period, observation.source)
    if observation.amount is None:
        found = figure_record(figures, Missing(address, "only a change is reported", "change"))
    else:
        found = figure_record(figures, figures.observed_figure(observation, address))
    return {**found, "status": observation.status, "sources": [observation.source]}


def cited(tracker: Tracker, record: Record) -> Record:
    """A record with what is known of its sources, for a file that has no list of them."""
    ids = record["sources"]
    sources = [tracker.sources[id] for id in ids] if isinstance(ids, list) else []
    publishers = "; ".join(dict.fromkeys(source.publisher for source in sources))
    return {
        **record,
        "publishers": publishers,
        "urls": list(dict.fromkeys(source.url for source in sources)),
        "reliability": list(dict.fromkeys(source.reliability for source in sources if source.reliability is not None)),
    }


def source_record(tracker: Tracker, base_url: str, id: str) -> Record:
    """A source: what it is and where it stands."""
    source = tracker.sources[id]
    return {
        "id": id,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "published": None if source.published is None else str(source.published),
        "seen": None if source.seen is None else str(source.seen),
        "archived": source.archived,
        "kind": source.kind,
        "via": source.via,
        "reliability": source.reliability,
        "page": whole(base_url, source_url(id)),
    }


def source_records(tracker: Tracker, base_url: str, ids: Iterable[str]) -> Record:
    """Sources by their ids, in the order in which they are given."""
    return {id: source_record(tracker, base_url, id) for id in ids}


def exported(figure: Figure) -> Amount:
    """The amount with the digits that a file gives: all that a source wrote, and of a quotient two more than the page.

    The ends of its interval round outwards, so that the true number still lies between them.
    """
    amount, interval = figure.amount, figure.amount.interval
    if figure.kind != "computed":
        return amount
    decimals = printed(figure)[1] + 2

    def cut(number: Decimal | None, rounding: str) -> Decimal | None:
        finer = number is not None and digits_after(number) > decimals
        return round_to(number, decimals, rounding) if number is not None and finer else number

    ends = structs.replace(interval, low=cut(interval.low, ROUND_FLOOR), high=cut(interval.high, ROUND_CEILING))
    return structs.replace(amount, value=cut(amount.value, ROUND_HALF_UP), interval=ends)


def _about(figures: Figures, own: tuple[Address, ...], addresses: tuple[Address, ...], when: Period | None) -> Record:
    """What the addresses have in common. own: what the number is of; addresses: all that it rests on."""
    tracker = figures.tracker
    series = [tracker.series[address.series] for address in own if address.series in tracker.series]
    entity, metric = _common(a.entity for a in own), _common(a.metric for a in own)
    who = None if entity is None else tracker.entities.get(entity)
    known = None if metric is None else tracker.metrics.get(metric)
    return {
        "entity": entity,
        "name": None if who is None else who.name,
        "metric": metric,
        "label": figures.label(series[0].id) if len(series) == 1 else None,
        **when_record(when or _common(address.period for address in own)),
        "unit": None if known is None else str(known.unit),
        "words": None,
        "definition": _common(one.definition for one in series),
        "region": _common(one.region for one in series),
        "scope": _common(one.scope for one in series),
        "basis": _common(one.basis for one in series),
        "addresses": [str(address) for address in addresses],
    }


def _common(values: Iterable[T]) -> T | None:
    """The value that all have; None if they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
