"""Names on a map: beside their signs, the first with their companies, and where there is no room below the map."""

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
from sitegen.model.stages import DONE
from sitegen.words import Locale

_WIDTH, _RINGS = 96.0, (0.0, 4.0, 9.0, 14.0, 20.0)
"""The width of a name, and how far from its sign it may stand."""
_AWAY = (27.0, 34.0, 45.0, 60.0)
"""How far from its sign a name may stand that has no room nearer; on a phone with its small countries less far."""
_PHONE = 500.0
"""From this width on a map is no phone's."""


class Named(Struct, frozen=True):
    """What is written on a map.

    listed: the marks that found no room for their names, or for the companies that are there. away: how many stand far
    from their signs, with no room for a company.
    """

    tags: tuple[Row, ...]
    leaders: tuple[Row, ...]
    listed: tuple[Mark, ...]
    away: int = 0


def named(marks: Sequence[Mark], width: float, height: float, fonts: Fonts) -> Named:
    """The names of the marks where they hide neither a sign nor each other: first those of the countries in which
    companies are, with these; then the others, with their companies where there is room left."""
    paper = Paper.under(marks, width, height, fonts)
    labels: list[Label] = []
    for mark in sorted(marks, key=lambda mark: mark.stage not in DONE):
        name = fonts.wrap(mark.name, _WIDTH)
        who = fonts.wrap(mark.who, _WIDTH) if mark.who and mark.stage in DONE else ()
        for names in dict.fromkeys((tuple(who), ())):
            if (found := paper.room(mark, (*name, *names), _near(paper), labels)) is not None:
                labels.append(Label(mark, name, found, names))
                break
    labels = _with_who(labels, paper)
    read = [label.mark for label in labels if label.who or not label.mark.who or label.mark.stage not in DONE]
    return _tagged(labels, [mark for mark in marks if mark not in read])


def _near(paper: Paper) -> tuple[float, ...]:
    """How far from its sign a name may stand on a map."""
    return _RINGS + (_AWAY if paper.width >= _PHONE else _AWAY[:2])


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


def _tagged(labels: Sequence[Label], listed: Sequence[Mark]) -> Named:
    """The names as texts, with the lines that lead to them."""
    tags: list[Row] = []
    leaders: list[Row] = []
    for mark, words, box, who in labels:
        top = (box.y + box.y2) / 2 - (len(words) + len(who) - 1) * LINE / 2
        tags += [text(box.x + 2, top + n * LINE, line) for n, line in enumerate(words)]
        tags += [text(box.x + 2, top + n * LINE, line, color="var(--muted)") for n, line in enumerate(who, len(words))]
        leaders += leader(mark, box)
    away = sum(not label.who and distance(label.mark, label.box) > SIGN + _AWAY[0] for label in labels)
    return Named(tuple(tags), tuple(leaders), tuple(listed), away)


def list_below(marks: Sequence[Mark], view: View, fonts: Fonts, locale: Locale) -> list[Row]:
    """The names that found no room, in lines below their map, stage by stage."""
    stages: dict[str, list[str]] = {}
    for mark in marks:
        name = locale.say("charts.place-of", place=mark.name, detail=mark.who) if mark.who else mark.name
        stages.setdefault(mark.said, []).append(name)
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
