"""What can be chosen: every series with what it is compared by, the words of the page, and the look of its charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sitegen.charts.engine import CONFIG
from sitegen.charts.look.axes import NEAR
from sitegen.charts.look.dashes import DASHES, WORKED
from sitegen.charts.look.glyphs import glyph
from sitegen.charts.look.symbols import EXACT, INK, LINES
from sitegen.charts.points import MOST
from sitegen.exports.explore.axes import compact
from sitegen.exports.explore.words import words
from sitegen.exports.rows import FIGURE
from sitegen.figures.arithmetic.mixing import ALIKE
from sitegen.figures.nouns import heading
from sitegen.figures.scales import scaled, steps
from sitegen.model.basics.calendar import CADENCES
from sitegen.model.basics.spelling import sort_key
from sitegen.model.basics.unit import PERCENT
from sitegen.pages.context import Context
from sitegen.pages.explore.explore import sorted_metrics
from sitegen.pages.explore.openings import first_metric, openings
from sitegen.pages.output import Output
from sitegen.pages.recalled import colours_of
from sitegen.pages.record.card import published
from sitegen.tokens import FAMILIES, LABEL
from sitegen.urls import CHOICES, output_path
from sitegen.words import Locale

Record = Mapping[str, object]
_MANY = Decimal(1000000)


def choices(context: Context) -> Iterator[Output]:
    """The one file that the page reads before anything is chosen."""
    tracker, locale, base = context.tracker, context.locale, context.edition.base_url
    series = [tracker.series[id] for id in sorted(tracker.series)]
    metrics = {id: tracker.metrics[id] for id in sorted_metrics(context) if any(s.metric == id for s in series)}
    entities = sorted({s.entity for s in series}, key=lambda id: (sort_key(tracker.entities[id].name), id))
    colours = colours_of(context)
    opening = openings(context)
    yield Output(
        output_path(CHOICES),
        compact(
            {
                "site": tracker.site.name,
                "page": base.rstrip("/") if published(base) else "",
                "first": first_metric(context),
                "most": MOST,
                "metrics": {
                    id: {
                        "label": metric.label,
                        "unit": heading(metric.unit, locale),
                        "key": str(metric.unit),
                        "zeros": metric.unit.scale,
                        "percent": metric.unit == PERCENT,
                        "base": metric.unit.base is not None,
                        "opening": {
                            "series": [".".join(id) for id in opening[id].series],
                            "by": opening[id].by or "",
                            "first": str(opening[id].first or ""),
                        },
                    }
                    for id, metric in metrics.items()
                },
                "entities": {id: [tracker.entities[id].name, colours[f"e-{id}"][0]] for id in entities},
                "series": {
                    ".".join(s.id): {
                        **{name: of(s) for name, of in ALIKE},
                        "scope": "" if s.scope == "all" else s.scope,
                        "cadence": s.cadence,
                        "calendar": "" if s.calendar is None else f"-from-{s.calendar.starts}-{s.calendar.named}",
                    }
                    for s in series
                },
                "regions": _regions(context),
                "alike": [name for name, _ in ALIKE],
                "cadences": CADENCES,
                "columns": FIGURE,
                "look": _look(locale),
                "words": words(locale),
            }
        ),
    )


def _regions(context: Context) -> Record:
    """The regions of the series by name, each with those that it lies in, the narrowest last."""
    places = context.tracker.places
    known = sorted({s.region for s in context.tracker.series.values()}, key=lambda id: sort_key(places.name(id)))
    return {
        id: [
            places.name(id),
            *sorted((o for o in known if o not in (id, "world") and places.within(id, o)), key=places.order),
        ]
        for id in known
    }


def _look(locale: Locale) -> Record:
    """How charts look: what the drawing engine is told, and how numbers are written on an axis."""
    symbols = locale.babel.number_symbols
    digits = symbols.get("latn", symbols)
    return {
        "config": {name: CONFIG[name] for name in ("axis", "axisY")},
        "font": FAMILIES,
        "size": LABEL,
        "dashes": DASHES,
        "worked": WORKED,
        "near": NEAR,
        "signs": [[glyph(sign, INK), locale.say(f"charts.sign.{id}")] for sign, id, _ in (EXACT, *LINES)],
        "decimal": digits["decimal"],
        "group": digits["group"],
        "percent": locale.babel.percent_formats[None].pattern,
        "scales": [[zeros, scaled("{n}", zeros, locale, _MANY)] for zeros in steps(locale)],
    }
