"""Reference lines and bands: values that a chart names to hold its own against."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from sitegen.charts.left.out import OUT, left_out
from sitegen.charts.look.axes import tick_texts
from sitegen.charts.needs import check_bases, unit_of
from sitegen.charts.plot import Key, Mark, Plot
from sitegen.charts.rows import sources_of
from sitegen.charts.texts import plain
from sitegen.figures import Figure, Figures, Missing, say
from sitegen.figures.arithmetic.converting import in_currency
from sitegen.figures.columns import Column
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart, Reference
from sitegen.problems import Problem


def referred(chart: Chart, plot: Plot, figures: Figures) -> Plot | list[Problem]:
    """The plot with the lines and bands of its chart; a warning in its place for each that nobody answers."""
    addresses = [address for reference in chart.references for address in reference.addresses]
    shown = [figure.address.period for figure in plot.figures if figure.address is not None]
    periods = [p for p in (*shown, *(figures.placed(a).period for a in addresses)) if isinstance(p, Period)]
    series = [*chart.series, *(address.series for address in (*chart.figures, *addresses))]
    if addresses and (problems := check_bases(chart, series, figures.tracker, periods)):
        return problems
    marks: list[Mark] = []
    left: list[Problem] = []
    found: list[Figure] = []
    for reference in chart.references:
        answers = [_answer(end, chart, figures) for end in reference.ends]
        for answer in answers:
            if isinstance(answer, Missing):
                left.append(left_out(reference.place, f'"{answer.address}"', answer.reason, f"name another, or {OUT}"))
        if not any(isinstance(answer, Missing) for answer in answers):
            marks.append(_mark(reference, answers, chart, plot, figures))
            found += [answer for answer in answers if isinstance(answer, Figure)]
    sources = (*plot.sources, *sources_of(found), *(r.source for r in chart.references if r.source is not None))
    summary = " ".join((plot.summary, *(f"{mark.words}." for mark in marks)))
    key = (*plot.key, *_reasons(chart, figures))
    return structs.replace(
        plot,
        marks=tuple(marks),
        left=(*plot.left, *left),
        sources=tuple(dict.fromkeys(sources)),
        summary=summary,
        key=key,
    )


def _answer(end: Address | Decimal, chart: Chart, figures: Figures) -> Figure | Missing | Decimal:
    return end if isinstance(end, Decimal) else in_currency(figures, figures.answer(end), chart.convert)


def _mark(
    reference: Reference,
    answers: list[Figure | Missing | Decimal],
    chart: Chart,
    plot: Plot,
    figures: Figures,
) -> Mark:
    """A line or band in the unit of the plot, with its words: the label and the values."""
    assert plot.unit is not None  # a kind that takes lines has values
    ends: list[float] = []
    words: list[str] = []
    for answer in answers:
        if isinstance(answer, Figure):
            amount = answer.amount
            numbers = [amount.value] if amount.value is not None else [amount.interval.low, amount.interval.high]
            ends += [n for n in (Column(plot.unit).number(float(x), answer) for x in numbers if x is not None) if n]
            words.append(say(answer, plot.locale))
        elif isinstance(answer, Decimal):
            scale = unit_of(chart, chart.drawn[0][1], figures.tracker).scale - plot.unit.scale
            ends.append(float(answer.scaleb(scale)))
            words.append(tick_texts(ends[-1:], plot.unit, plot.locale)[0])
    label = plain(reference.label, figures)
    return Mark(min(ends), max(ends), f"{label}: {'–'.join(words)}")


def _reasons(chart: Chart, figures: Figures) -> Iterator[Key]:
    """What a number is that no source gives."""
    for reference in chart.references:
        if reference.because is not None:
            yield Key("", "", f"{plain(reference.label, figures)}: {reference.because}")
