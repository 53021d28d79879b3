"""The problem of an editor whose own claim the data do not support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.claims.results import Answered, Compared, Outcome, Reading, Side, Verdict, figures_of
from sitegen.claims.words import ClaimWords
from sitegen.figures import Figure, Figures, say
from sitegen.model.basics.text import Text
from sitegen.model.series import Observation
from sitegen.problems import Place, Problem
from sitegen.words import Locale

_DOES: Mapping[Outcome, str] = {"yes": ", supports it", "no": ", contradicts it", "open": ", leaves it open"}


def failures(verdicts: Iterable[Verdict], figures: Figures) -> Iterator[Problem]:
    """An error for every claim of our own that is not supported: what was observed, what is claimed, who decides."""
    words = ClaimWords(figures, _bare, for_editors=True)
    for verdict in verdicts:
        if verdict.claim.document is not None and verdict.word != "supported":
            others = (reading for reading in verdict.alternatives if reading.outcome in ("no", "split"))
            against = [*([verdict.check] if verdict.check and verdict.check.outcome != "yes" else []), *others]
            found = dict.fromkeys(
                sentence if reading is verdict.check else f"read another way, {sentence}"
                for reading in against
                for sentence in _observations(reading, words)
            )
            lines: dict[str, str] = {}
            for line, does in (found for reading in against for found in _lines(reading, figures.tracker.site.locale)):
                lines[line] = does or lines.get(line, "")
            message = f'the claim "{verdict.claim.id}" is {verdict.word}: {"; ".join(found)}'
            hint = "\n".join(
                [*(line + does for line, does in lines.items()), "fix the data if they are wrong, else the statement"]
            )
            yield Problem(verdict.claim.place, "claim-fails", message, hint)


def _observations(reading: Reading, words: ClaimWords) -> Iterator[str]:
    """What was observed and what is claimed, and whether other sources say otherwise."""
    doubtful = _doubtful(reading)
    yield from (words.sentence(compared) for compared in doubtful)
    if all(compared.outcome == "yes" for compared in doubtful):
        yield "other sources say otherwise" if reading.outcome == "split" else "other sources leave it open"


def _doubtful(reading: Reading) -> tuple[Compared, ...]:
    """The comparisons that do not hold; all of them where only a choice of other values speaks against the reading."""
    return tuple(c for c in reading.comparisons if c.outcome != "yes") or reading.comparisons


def _lines(reading: Reading, locale: Locale) -> Iterator[tuple[str, str]]:
    """The lines of the data that decide against a reading with what they say, and what they do where sources differ."""
    for compared in _doubtful(reading):
        for side in (compared.left, compared.right):
            for figure in _observed(side):
                if figure.observation is not None:
                    yield _of(figure.observation, figure, locale), ""
            if isinstance(side, Answered) and side.entries:
                yield from ((_line(row.place, f"{row.stage} in {row.where}", row.source), "") for row in side.entries)
            elif isinstance(side, Answered):
                for place, source in zip(side.places, side.sources, strict=True):
                    yield _line(place, " or ".join(side.words) or str(side.args[0]), source), ""
    for rivalry in reading.rivalries:
        for candidate in rivalry.candidates:
            if rivalry.decides and candidate.observation is not None:
                outcomes = candidate.outcomes
                does = _DOES[next(iter(outcomes))] if len(outcomes) == 1 else ""
                yield _of(candidate.observation, candidate.figure, locale), does


def _observed(side: Side) -> Iterator[Figure]:
    """Every figure beneath a side."""
    pending = list(figures_of(side))
    while pending:
        figure = pending.pop(0)
        yield figure
        pending += figure.inputs


def _of(observation: Observation, figure: Figure, locale: Locale) -> str:
    return _line(observation.place, say(figure, locale, whole=True), observation.source)


def _line(place: Place, value: str, source: str) -> str:
    return f"{place.path}:{place.line}: {value} from {source}"


def _bare(text: Text) -> str:
    """A text without the values of its expressions, which need not be known yet."""
    return "".join(part if isinstance(part, str) else "…" for part in text.parts)
