"""What is said beside a series: how it counts, and the files with its values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sitegen.figures.nouns import heading
from sitegen.figures.periods import say_years
from sitegen.model.series import Series
from sitegen.pages.parts import Pointer
from sitegen.pages.words.lives import ended
from sitegen.pages.words.notes import region
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_file


def facts(writer: Writer, series: Series) -> tuple[tuple[str, str], ...]:
    """Its unit, region, scope, basis, cadence if two values or more keep it, and life, each as label and words."""
    metric = writer.context.tracker.metrics[series.metric]
    periods = writer.context.figures.evidence.by_period(series.id)
    kept = islice((period for period in periods if period.named == series.cadence), 2)
    said = (
        ("unit", heading(metric.unit, writer.context.locale)),
        ("region", region(writer, series)),
        ("scope", "" if series.scope == "all" else series.scope),
        ("basis", series.basis),
        ("cadence", writer.say(f"series.cadence.{series.cadence}") if len(tuple(kept)) > 1 else ""),
        ("life", ended(writer, series.entity)),
        ("years", "" if series.calendar is None else say_years(series.calendar, writer.context.locale)),
    )
    return tuple((writer.say(f"series.fact.{label}"), words) for label, words in said if words)


def downloads(writer: Writer, series: Series) -> Iterator[Pointer]:
    """Its files."""
    for label, ending in (("CSV", "csv"), ("JSON", "json")):
        yield Pointer(label=label, href=writer.page.link(series_file(series.id, ending)))
