"""Checks of what is worked out: every part is published, and the result is one that the metric can have."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figure, Figures, say
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.series import Series
from sitegen.model.worked import WorkedOut
from sitegen.problems import Problem


def worked_out(figures: Figures, series: Series) -> Iterator[Finding]:
    """A part that no source gives, or a result below zero of a metric that is never negative."""
    for worked in series.worked_out:
        missing = [term.address for term in worked.terms if figures.published(term.address) is None]
        for address in missing:
            hint = "take parts that a source reports"
            yield _finding(worked, f"{address} has no published value: {_why(figures, address)}", hint)
        if not missing:
            yield from _below_zero(figures, series, worked)


def _why(figures: Figures, address: Address) -> str:
    assert isinstance(address.period, Period)  # a term names its period
    if address.source is None and address.period in figures.evidence.worked_out(address.series):
        return "it is worked out itself"
    answer = figures.answer(address)
    if isinstance(answer, Figure) and answer.restated:
        return "it was restated by a later document"
    if isinstance(answer, Figure) and answer.observation is not None:
        return f"its status is {answer.status}"
    return figures.evidence.why_missing(address, address.period)


def _below_zero(figures: Figures, series: Series, worked: WorkedOut) -> Iterator[Finding]:
    figure = figures.worked_out(Address(*series.id, worked.period))
    high = None if figure is None else figure.amount.interval.high
    if figure is not None and high is not None and high < 0 and not figures.tracker.metrics[series.metric].negative:
        said = say(figure, figures.tracker.site.locale, whole=True)
        message = f'it comes to {said}, and "{series.metric}" is never negative'
        yield _finding(worked, message, "look for a wrong value or another definition among the parts")


def _finding(worked: WorkedOut, message: str, hint: str) -> Finding:
    return Finding(Problem(worked.place, "worked-out", message, hint))
