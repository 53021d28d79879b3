"""What a picture of a claim shows: the comparisons of its readings as groups of marks."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sitegen.charts.pictures.turns import turns
from sitegen.charts.texts import plain
from sitegen.claims import Answered, ClaimWords, Compared, Reading, Vague, Verdict
from sitegen.claims.words import period_of, stated
from sitegen.figures import Figure, Figures, Missing, standings
from sitegen.figures.figure import ANSWERS, Operation, SumOf
from sitegen.figures.values.reported import CHANGES
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import Unit
from sitegen.model.ranking import Ranking

READINGS = ("reading.check", "reading.other")
"""What the first reading of a claim is called, and what any other is."""
TOP = 5
"""How many rows of a ranking are shown, beside the one that is asked for."""


class Mark(Struct, frozen=True, kw_only=True):
    """One value of a picture, or why there is none. entity: whose it is. period: None where it has several, or none.

    name: of the entity alone, where nothing but its change was made of its value; else "". region: where it is
    counted; None of several, or of a row of a ranking. change: which it is, as in `CHANGES`, or "". counted: what
    changed. subject: whether the claim is about it. rivals: the values that sources give for it, if they do not agree.
    """

    label: str
    name: str = ""
    entity: str | None
    region: str | None = None
    counted: str = ""
    metrics: tuple[str, ...] = ()
    change: Operation | SumOf = ""
    period: Period | None
    answer: Figure | Missing | Vague
    subject: bool
    rivals: tuple[Figure, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """The marks of one comparison. head: of which reading. ranking: its title, or "".

    claimed: the number that is claimed, and how the value is to stand to it; None where it is another value.
    """

    head: str
    marks: tuple[Mark, ...]
    compared: Compared
    claimed: Figure | None
    ranking: str

    @property
    def known(self) -> tuple[Figure, ...]:
        """Its values, as far as they are known."""
        return tuple(mark.answer for mark in self.marks if isinstance(mark.answer, Figure))

    @property
    def unit(self) -> Unit | None:
        """Of its values; None without any."""
        return self.known[0].unit if self.known else None


def groups(verdict: Verdict, figures: Figures) -> Iterator[Group]:
    """The comparisons of values and of places in rankings, each that several readings make once; then where two that
    change places in a reading did so again since."""
    words = ClaimWords(figures, lambda text: plain(text, figures))
    about = _about(verdict, figures)
    seen = set()
    for number, reading in enumerate(verdict.readings):
        for compared in reading.comparisons:
            key = (compared.left, compared.sign, compared.right)
            if key not in seen:
                seen.add(key)
                yield from _group(words.locale.say(READINGS[number > 0]), compared, reading, about, words)
    for reading in verdict.readings:
        for compared in turns(reading.comparisons, figures):
            yield from _group(words.locale.say("reading.since"), compared, reading, about, words)


def _group(
    head: str, compared: Compared, reading: Reading, about: frozenset[str], words: ClaimWords
) -> Iterator[Group]:
    left = compared.left
    if isinstance(left, Answered) and left.function == "rank":
        ranking = words.figures.tracker.rankings[left.args[0]]
        marks = tuple(_placed(ranking, left.args[1], words.figures))
        title = plain(ranking.title, words.figures)
        yield Group(head=head, marks=marks, compared=compared, claimed=None, ranking=title)
    marks = tuple(_mark(side, words, about, reading) for side in _values(compared))
    if marks:
        claimed = stated(compared)
        number = claimed if isinstance(claimed, Figure) and claimed is not compared.right else None
        yield Group(head=head, marks=marks, compared=compared, claimed=number, ranking="")


def _values(compared: Compared) -> Iterator[Figure | Missing | Vague]:
    """The sides of a comparison that ask for a value."""
    yield from (side for side in (compared.left, compared.right) if isinstance(side, Figure | Missing | Vague))


def _mark(side: Figure | Missing | Vague, words: ClaimWords, about: frozenset[str], reading: Reading) -> Mark:
    tracker = words.figures.tracker
    addresses = (side.address,) if isinstance(side, Missing) else _first(side).addresses
    entity = addresses[0].entity if addresses else None
    regions = {tracker.series[address.series].region for address in addresses}
    change = side.operation if isinstance(side, Figure) and side.operation in CHANGES.values() else ""
    bare = isinstance(side, Missing) or (isinstance(side, Figure) and (side.kind in ANSWERS or bool(change)))
    return Mark(
        name=tracker.entities[entity].name if bare and entity is not None else "",
        region=regions.pop() if len(regions) == 1 else None,
        label=words.name(side) or (_first(side).label if isinstance(side, Vague) else ""),
        entity=entity,
        counted=words.figures.label(addresses[0].series) if change else "",
        metrics=tuple(dict.fromkeys(address.metric for address in addresses)),
        change=change,
        period=period_of(side),
        answer=side,
        subject=entity in about,
        rivals=tuple(_rivals(side, reading)) if isinstance(side, Figure) else (),
    )


def _rivals(side: Figure, reading: Reading) -> Iterator[Figure]:
    """What a reading may take for a value or a change that sources dispute."""
    for rivalry in reading.rivalries:
        figures = [candidate.figure for candidate in rivalry.candidates]
        if (figures[0].label, period_of(figures[0])) == (side.label, period_of(side)):
            yield from figures


def _first(side: Figure | Vague) -> Figure:
    """The figure itself, or the first of those of which nothing can be said."""
    return side if isinstance(side, Figure) else side.figures[0]


def _about(verdict: Verdict, figures: Figures) -> frozenset[str]:
    """The entity that a claim names first, with all on its page; where no value is of it, that of the first value."""
    entities = figures.tracker.entities
    compared = (compared for reading in verdict.readings for compared in reading.comparisons)
    asked = [_entity(side) for each in compared for side in _values(each)]
    for id in (*verdict.claim.about[:1], *asked[:1]):
        page = entities[id].page or id
        if found := frozenset(each for each in asked if page in (each, entities[each].page)):
            return found
    return frozenset()


def _entity(side: Figure | Missing | Vague) -> str:
    return side.address.entity if isinstance(side, Missing) else _first(side).addresses[0].entity


def _placed(ranking: Ranking, entity: str, figures: Figures) -> Iterator[Mark]:
    """The first rows of a ranking, and that of the entity."""
    rows = [line for line in standings(figures, ranking) if line.rank is not None]
    for number, line in enumerate(rows):
        answer = line.change if ranking.by == "change" else line.figure
        if isinstance(answer, Figure) and line.rank is not None and (number < TOP or line.entity == entity):
            place = line.rank.mark if line.rank.settled else line.rank.span
            yield Mark(
                label=f"{place} {line.name}",
                entity=line.entity,
                period=ranking.period if isinstance(ranking.period, Period) else None,
                answer=answer,
                subject=line.entity == entity,
            )
