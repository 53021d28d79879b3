"""Names on a map: beside their signs, the first with their companies, and where there is no room a number."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.marks import SIGN, Mark
from sitegen.charts.kinds.maps.rooms import Label, Paper, distance, leader
from sitegen.charts.kinds.maps.view import View
from sitegen.charts.layers import text
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.beside import Box
from sitegen.charts.plot import Row
from sitegen.words import Locale

_WIDTH, _RINGS = 96.0, (0.0, 4.0, 9.0, 14.0, 20.0)
"""The width of a name, and how far from its sign it may stand."""
_AWAY = (27.0, 34.0, 45.0, 60.0)
"""How far from its sign a name may stand that has no room nearer; on a phone with its small countries less far."""
_FAR = (80.0, 110.0)
"""How far from its sign a number may stand that is written before the names."""
_PHONE = 500.0
"""From this width on the companies come before the names of the lesser stages."""


class Named(Struct, frozen=True):
    """What is written on a map.

    listed: the names that found no room, in the order of their numbers. away: how many stand far from their signs,
    with no room for a company.
    """

    tags: tuple[Row, ...]
    leaders: tuple[Row, ...]
    listed: tuple[Mark, ...]
    away: int = 0


def named(marks: Sequence[Mark], width: float, height: float, fonts: Fonts, before: int = 0) -> Named:
    """The names of the marks where they hide neither a sign nor each other, the first marks first.

    before: how many numbers are taken on other maps.
    """
    paper = Paper.under(marks, width, height, fonts)
    first: list[Mark] = []
    while True:
        words, far = _written(marks, first, paper, before)
        if not far:
            return words
        first += far


def _written(marks: Sequence[Mark], first: Sequence[Mark], paper: Paper, before: int) -> tuple[Named, list[Mark]]:
    """The names of the furthest stage, where there is room with their companies, the numbers of the marks that come
    first, and the names of the others; and the marks whose numbers found no room close to them."""
    labels: list[Label] = []
    far: list[Mark] = []
    count = before
    for mark in sorted(marks, key=lambda mark: (mark.stage != marks[0].stage, mark not in first)):
        if paper.width >= _PHONE and labels and mark.stage != marks[0].stage == labels[-1].mark.stage:
            labels = _with_who(labels, paper)
        words = paper.fonts.wrap(mark.name, _WIDTH)
        found = None if mark in first else paper.room(mark, words, _near(paper), labels)
        if found is None:
            count += 1
            words = (str(count),)
            found = paper.room(mark, words, _RINGS if mark in first else _RINGS[:2], labels)
            if found is None and mark in first:  # a number is worth a line that crosses another
                found = paper.room(mark, words, _RINGS + _AWAY + _FAR, labels, across=True)
            words = ()
        if found is not None:
            labels.append(Label(mark, words, found))
        elif mark not in first:
            far.append(mark)
    return _tagged(_with_who(_renamed(labels, paper), paper), before), far


def _near(paper: Paper) -> tuple[float, ...]:
    """How far from its sign a name may stand on a map."""
    return _RINGS + (_AWAY if paper.width >= _PHONE else _AWAY[:2])


def _renamed(labels: list[Label], paper: Paper) -> list[Label]:
    """The labels, with the names instead of numbers where there is room left for them."""
    for n, label in enumerate(labels):
        if not label.words:
            name = paper.fonts.wrap(label.mark.name, _WIDTH)
            if (found := _instead(labels, n, name, paper)) is not None:
                labels[n] = Label(label.mark, name, found)
    return labels


def _with_who(labels: list[Label], paper: Paper) -> list[Label]:
    """The labels, with the companies below the names where there is room left for them."""
    for n, label in enumerate(labels):
        if label.words and label.mark.who and not label.who:
            who = paper.fonts.wrap(label.mark.who, _WIDTH)
            if (found := _instead(labels, n, (*label.words, *who), paper)) is not None:
                labels[n] = Label(label.mark, label.words, found, who)
    return labels


def _instead(labels: Sequence[Label], n: int, words: Sequence[str], paper: Paper) -> Box | None:
    """A place for other words at one of the labels that leaves all others where they are."""
    return paper.room(labels[n].mark, words, _near(paper), (*labels[:n], *labels[n + 1 :]))


def _tagged(labels: Sequence[Label], before: int) -> Named:
    """The names and the numbers as texts, with the lines that lead to them."""
    tags: list[Row] = []
    leaders: list[Row] = []
    listed: list[Mark] = []
    for mark, words, box, who in labels:
        if not words:
            listed.append(mark)
        said = words or (str(before + len(listed)),)
        top = (box.y + box.y2) / 2 - (len(said) + len(who) - 1) * LINE / 2
        tags += [text(box.x + 2, top + n * LINE, line) for n, line in enumerate(said)]
        tags += [text(box.x + 2, top + n * LINE, line, color="var(--muted)") for n, line in enumerate(who, len(said))]
        leaders += leader(mark, box)
    away = sum(not label.who and distance(label.mark, label.box) > SIGN + _AWAY[0] for label in labels)
    return Named(tuple(tags), tuple(leaders), tuple(listed), away)


def list_below(marks: Sequence[Mark], view: View, fonts: Fonts, locale: Locale, before: int = 0) -> list[Row]:
    """What the numbers mean, in lines below the map that has them: stage by stage each number with its name."""
    stages: dict[str, list[str]] = {}
    for n, mark in enumerate(marks, before + 1):
        name = locale.say("charts.place-of", place=mark.name, detail=mark.who) if mark.who else mark.name
        stages.setdefault(mark.said, []).append(f"{n} {name}")
    lines: list[str] = []
    for stage, names in stages.items():
        lines.append(locale.say("charts.listed", stage=stage, places=names[0]))
        for name in names[1:]:
            lines[-1] += ","
            if fonts.width(f"{lines[-1]} {name},") <= view.width:
                lines[-1] += f" {name}"
            else:
                lines.append(name)
    return [text(0.0, view.height + LINE * (n + 1) + 4, line) for n, line in enumerate(lines)]
