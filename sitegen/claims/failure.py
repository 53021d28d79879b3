"""The problem of an editor whose own claim the data do not support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.claims.results import Answered, Compared, Reading, Side, Verdict, figures_of
from sitegen.claims.words import ClaimWords
from sitegen.figures import Figure, Figures, say
from sitegen.model.text import Text
from sitegen.problems import Place, Problem


def failures(verdicts: Iterable[Verdict], figures: Figures) -> Iterator[Problem]:
    """An error for every claim of our own that is not supported: what was observed, what is claimed, who decides."""
    words = ClaimWords(figures, _bare)
    for verdict in verdicts:
        if verdict.claim.document is not None and verdict.word != "supported":
            against = [reading for reading in verdict.readings if reading.outcome != "yes"]
            found = dict.fromkeys(words.sentence(compared) for reading in against for compared in _doubtful(reading))
            lines = dict.fromkeys(line for reading in against for line in _lines(reading, figures.tracker.site.locale))
            message = f'the claim "{verdict.claim.id}" is {verdict.word}: {"; ".join(found)}'
            hint = "\n".join([*lines, "fix the data if they are wrong, else the statement"])
            yield Problem(verdict.claim.place, "claim-fails", message, hint)


def _doubtful(reading: Reading) -> tuple[Compared, ...]:
    """The comparisons that do not hold; all of them where only a choice of other values speaks against the reading."""
    return tuple(c for c in reading.comparisons if c.outcome != "yes") or reading.comparisons


def _lines(reading: Reading, locale: str) -> Iterator[str]:
    """The lines of the data that decide against a reading, each with what it says."""
    for compared in _doubtful(reading):
        for side in (compared.left, compared.right):
            for figure in _observed(side):
                if figure.observation is not None:
                    yield _line(figure.observation.place, say(figure, locale), figure.observation.source)
            if isinstance(side, Answered) and side.entries:
                yield from (_line(row.place, f"{row.stage} in {row.where}", row.source) for row in side.entries)
            elif isinstance(side, Answered):
                for place, source in zip(side.places, side.sources, strict=True):
                    yield _line(place, " or ".join(side.words) or str(side.args[0]), source)
    for rivalry in reading.rivalries:
        for candidate in rivalry.candidates:
            if rivalry.decides and candidate.observation is not None:
                observation = candidate.observation
                yield _line(observation.place, say(candidate.figure, locale), observation.source)


def _observed(side: Side) -> Iterator[Figure]:
    """Every figure beneath a side."""
    pending = list(figures_of(side))
    while pending:
        figure = pending.pop(0)
        yield figure
        pending += figure.inputs


def _line(place: Place, value: str, source: str) -> str:
    return f"{place.path}:{place.line}: {value} from {source}"


def _bare(text: Text) -> str:
    """A text without the values of its expressions, which need not be known yet."""
    return "".join(part if isinstance(part, str) else "…" for part in text.parts)
