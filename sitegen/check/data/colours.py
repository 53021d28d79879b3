"""Checks on colours: entities of one chart can be told apart, and what the site chose can be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sitegen.charts.look.colours import palette
from sitegen.charts.look.vision import APART, apart
from sitegen.check.data.finding import Finding
from sitegen.figures import Figures, standings
from sitegen.model.chart import Chart
from sitegen.model.entity import Entity
from sitegen.model.site import Site
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem
from sitegen.tokens import COLOURS, contrast

BY_COLOUR = ("line", "bump", "stacked")
"""Kinds in which lines cross, so that a colour has to lead the eye; other marks are named where they stand."""
PAPERS = ("light", "dark")
TEXT, MARKS = 4.5, 3.0
"""The least contrast of text and of marks with the paper, by WCAG 2."""


def alike_colours(figures: Figures) -> Iterator[Finding]:
    """Two entities of one chart in colours that colour-blind readers cannot tell apart."""
    tracker = figures.tracker
    colours = palette(tracker)
    for chart in tracker.charts.values():
        for one, other in combinations(_entities(chart, figures), 2):
            close = [p for p, a, b in zip(PAPERS, colours[one], colours[other], strict=True) if apart(a, b) < APART]
            if close:
                names = " and ".join(tracker.entities[id].name for id in (one, other))
                themes = " and ".join(close)
                message = f"the colours of {names} look alike to colour-blind readers in the {themes} theme"
                message += f', and the chart "{chart.id}" shows both'
                hint = "give one of the two another color:, lighter or darker, in its company's file"
                place = _given(tracker, chart, (one, other), close[0])
                yield Finding(Problem(place, "alike-colours", message, hint), (chart,))


def _given(tracker: Tracker, chart: Chart, entities: Sequence[str], paper: str) -> Place:
    """Where the last of some entities of a chart that has a colour of its own is given it; else where it is drawn."""
    own = [place for id in entities if (place := tracker.entities[id].places.get(f"color/{paper}")) is not None]
    named = [series for series in chart.series if series[0] == entities[-1]]
    return own[-1] if own else chart.names(named[0]) if named else chart.place


def faint_colours(figures: Figures) -> Iterator[Finding]:
    """A colour that the site gives, too near to the paper: the accent for text, an entity's for lines and bars."""
    for name, owner, pair, least in _chosen(figures.tracker):
        for paper, colour, against in zip(PAPERS, pair, COLOURS["paper"], strict=True):
            if (found := contrast(colour, against)) < least:
                message = f"{name} {colour} is faint in the {paper} theme: {found:.1f} to 1, where {least:g} is needed"
                hint = f"make it {'darker' if paper == 'light' else 'lighter'}"
                key = f"{'accent' if isinstance(owner, Site) else 'color'}/{paper}"
                yield Finding(Problem(owner.places.get(key, owner.place), "faint-colour", message, hint))


def _chosen(tracker: Tracker) -> Iterator[tuple[str, Site | Entity, tuple[str, str], float]]:
    """The colours of the data: what each is called, whose it is, the pair, and the contrast that it needs."""
    if tracker.site.accent is not None:
        yield "the accent", tracker.site, tracker.site.accent, TEXT
    for entity in tracker.entities.values():
        if entity.color is not None:
            yield f"the colour of {entity.name}", entity, entity.color, MARKS


def _entities(chart: Chart, figures: Figures) -> tuple[str, ...]:
    """The entities whose lines cross in a chart."""
    if chart.kind not in BY_COLOUR:
        return ()
    ranked = (figures.tracker.rankings[id] for id in chart.rankings)
    places = (s.entity for ranking in ranked for s in standings(figures, ranking) if s.rank is not None)
    return tuple(dict.fromkeys(id for id in (*(entity for entity, _ in chart.series), *places) if id is not None))
