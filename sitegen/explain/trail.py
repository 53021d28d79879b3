"""The trail of a value or a claim as a record: where it comes from, what rivals it, who uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from sitegen.claims import Verdict
from sitegen.edition import Edition
from sitegen.explain.things import entity_record, series_record
from sitegen.exports.claims import claim_record
from sitegen.exports.rows import Record, figure_record, source_record
from sitegen.figures import CHANGES, Figure, Missing, rival_figures, say, say_period
from sitegen.model.basics.address import Address, SeriesId, parse_series
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation
from sitegen.problems import Place, did_you_mean
from sitegen.register.called import called

_ASK = "ask for an address, a claim, an entity or a series"
UsedOn = Callable[[str], Iterable[tuple[str, str]]]
"""The name and the URL of every page that shows the figure of an address."""


def explain(edition: Edition, target: str, used_on: UsedOn) -> Record:
    """The trail of an address or a claim's id, or what is known of an entity or a series.

    Raises ValueError, with a sentence for an editor, for none of these.
    """
    if target in edition.verdicts:
        return _claim(edition, edition.verdicts[target])
    if target in edition.tracker.entities:
        return entity_record(edition, target)
    if "@" in target:
        address = Address.parse(target)
        _declared(edition, address.series)
        _known_source(edition, address)
        return _address(edition, address, used_on)
    if "." in target:
        series = parse_series(target)
        _declared(edition, series)
        return series_record(edition, series)
    _other(edition, target)
    named = called(target, edition.tracker, "entity")
    hint = named.hint if named else did_you_mean(target, [*edition.verdicts, *edition.tracker.entities])
    hint = hint or "an address is written entity.metric@period; sitegen find lists those that words mean"
    raise ValueError(f'there is no claim and no entity "{target}": {hint}')


def _other(edition: Edition, target: str) -> None:
    """Raises ValueError for a thing of another kind, with where it stands."""
    places = ((kind.name, getattr(thing, "place", None)) for kind, id, thing in edition.register.every if id == target)
    found = [
        f"{'an' if kind[0] in 'aeio' else 'a'} {kind}, in {place.path}:{place.line}"
        for kind, place in places
        if isinstance(place, Place)
    ]
    if found:
        raise ValueError(f'"{target}" is {", and ".join(found)}; {_ASK}')
    with suppress(KeyError):
        raise ValueError(f'"{target}" is a place, {edition.tracker.places.name(target)}; {_ASK}')


def _declared(edition: Edition, series: SeriesId) -> None:
    """Raises ValueError for a series that is not declared."""
    if series not in edition.tracker.series:
        near = did_you_mean(".".join(series), (".".join(id) for id in edition.tracker.series))
        raise ValueError(f'there is no series "{".".join(series)}"' + (f": {near}" if near else ""))


def _known_source(edition: Edition, address: Address) -> None:
    """Raises ValueError for an address of a source that is not declared."""
    if address.source is not None and address.source not in edition.tracker.sources:
        near = did_you_mean(address.source, edition.tracker.sources)
        raise ValueError(f'there is no source "{address.source}"' + (f": {near}" if near else ""))


def _address(edition: Edition, address: Address, used_on: UsedOn) -> Record:
    series = edition.tracker.series[address.series]
    answer = edition.figures.answer(address)
    resolved = address if isinstance(answer, Missing) else answer.address or address
    return {
        "address": str(resolved),
        "label": edition.figures.label(address.series),
        "period": say_period(resolved.period, edition.tracker.site.locale)
        if isinstance(resolved.period, Period)
        else str(resolved.period),
        "definition": series.definition,
        "region": series.region,
        "scope": series.scope,
        "basis": series.basis,
        **_answer(edition, answer),
        "unused": [
            {**_observation(edition, o), "use": use, "reason": reason}
            for o in series.observations
            if o.period == resolved.period
            for use, reason in [edition.figures.evidence.use(series.id, o)]
            if use in ("deprecated", "restated")
        ],
        "used": [{"title": title, "url": url} for title, url in used_on(str(resolved))],
    }


def _answer(edition: Edition, answer: Figure | Missing) -> Record:
    """What answers and why it does, with its parts and rivals; or why nothing does."""
    if isinstance(answer, Missing):
        return {"answer": None, "missing": _missing(edition, answer)}
    return {
        "answer": say(answer, edition.tracker.site.locale, whole=True),
        "value": figure_record(edition.figures, answer),
        "source": None if answer.observation is None else _observation(edition, answer.observation),
        "why": _why(answer),
        "parts": [_part(edition, part) for part in answer.inputs],
        "rivals": [
            {"answer": say(rival, edition.tracker.site.locale, whole=True), **_observation(edition, observation)}
            for rival, observation in zip(rival_figures(edition.figures, answer), answer.rivals, strict=True)
        ],
        "agree": not answer.disagree,
    }


def _missing(edition: Edition, answer: Missing) -> str:
    """Why nothing answers, and why a change that a document gives for the period does not count either."""
    address, evidence = answer.address, edition.figures.evidence
    if not isinstance(address.period, Period) or any(edition.figures.reported_change(address, k) for k in CHANGES):
        return answer.reason
    unused = (evidence.why_no_change(address, address.period, kind) for kind in CHANGES)
    return ", and ".join(dict.fromkeys(why for why in (answer.reason, *unused) if why is not None))


def _why(answer: Figure) -> str:
    """Why this value answers and no other."""
    if answer.worked is not None:
        return f"nothing is reported for the whole period; worked out: {answer.worked.words}"
    if answer.observation is None:
        return f"nothing is reported for the whole period; {answer.operation}"
    if answer.address is not None and answer.address.source is not None:
        return "it was asked for by its source"
    if answer.observation.use == "preferred":
        return f"preferred: {answer.observation.reason}"
    if answer.rivals:
        return (
            "the values agree; a revised one answers, then one whose source has no mark, then the narrowest, "
            "then the kind of the source decides, then its id"
        )
    return answer.observation.reason or "the only reported value"


def _part(edition: Edition, part: Figure) -> Record:
    return {
        "address": str(part.address),
        "answer": say(part, edition.tracker.site.locale, whole=True),
        "made": part.operation,
        "source": None if part.observation is None else _observation(edition, part.observation),
    }


def _observation(edition: Edition, observation: Observation) -> Record:
    """Who reports a value, and where it stands in the data."""
    source = source_record(edition.tracker, edition.base_url, observation.source)
    return {
        "place": f"{observation.place.path}:{observation.place.line}",
        "status": observation.status,
        "use": observation.use,
        "source": {
            key: source[key] for key in ("id", "publisher", "title", "url", "published", "kind", "via", "reliability")
        },
    }


def _claim(edition: Edition, verdict: Verdict) -> Record:
    record = claim_record(edition, verdict)
    by = None if verdict.claim.by is None else source_record(edition.tracker, edition.base_url, verdict.claim.by)
    place = verdict.claim.place
    return {**record, "by": by, "place": f"{place.path}:{place.line}"}
