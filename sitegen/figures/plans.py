"""Estimates and targets in a text: no number of theirs reads like a fact."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.figures.figure import CONVERTED, Figure
from sitegen.figures.nouns import noun_of
from sitegen.figures.words import say
from sitegen.model.series import Status
from sitegen.words import Locale

ARTICLES: Mapping[Status, str] = {"estimated": "an estimate", "target": "a target"}
"""What a value of that status is called in reports to authors."""


def say_in_text(figure: Figure, locale: Locale) -> str:
    """The figure as a sentence of ours prints it: "45,300", "a target of 95,000", "33.6% (of the target)".

    With its unit where the text asks for it: "1 loaf", "145.2 billion euros (converted)".
    """
    said, status = say(figure, locale), figure.status
    if figure.named and (unit := noun_of(figure, locale)):
        said = f"{said} {unit}"
    if figure.operation == CONVERTED:
        said = locale.say("figure.converted", number=said)
    if status not in ARTICLES:
        return said
    if figure.operation == "share" and [part.status == "target" for part in figure.inputs] == [False, True]:
        return locale.say("figure.of.target", number=said)
    made = figure.kind == "computed" and figure.operation != "rounded"
    return locale.say(f"figure.counting.{status}" if made else f"figure.plan.{status}", number=said)
