"""Texts of the data in plain words, for the places where a chart prints them."""

from __future__ import annotations

from decimal import Decimal

from sitegen.expressions import Expressions, Fragment
from sitegen.figures import Figures
from sitegen.figures.figure import Figure
from sitegen.figures.plans import say_in_text
from sitegen.figures.words import number
from sitegen.model.basics.text import Expression, Text
from sitegen.problems import Problem
from sitegen.words import Locale


def plain(text: Text, figures: Figures) -> str:
    """A text with its expressions in words. One that cannot be evaluated is left out: the check of texts reports it."""
    if not text.expressions:
        return "".join(part for part in text.parts if isinstance(part, str))
    expressions = Expressions(figures)
    return "".join(
        part if isinstance(part, str) else _words(part, expressions, figures.tracker.site.locale) for part in text.parts
    )


def _words(expression: Expression, expressions: Expressions, locale: Locale) -> str:
    match value := expressions.evaluate(expression):
        case Figure():
            return say_in_text(value, locale)
        case Fragment():
            return value.text
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return number(value, max(0, -int(value.as_tuple().exponent)), locale)
        case Problem():
            return ""
    return value
