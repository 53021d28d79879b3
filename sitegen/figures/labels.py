"""What a figure is called: by its series, or by how it was made of others, in the words of the catalogue."""

from __future__ import annotations

from sitegen.figures.figure import CONVERTED, Figure, Operation, SumOf
from sitegen.words import Locale


def label_of(figure: Figure, locale: Locale) -> str:
    """A figure in words: "Acme sales", "Acme sales, change on the year before", "Acme sales plus Bolt sales".

    A figure added to itself is named once: "Acme sales, times two".
    """
    operation = figure.operation
    if operation in ("share", "ratio", "sum", "difference") and len(figure.inputs) == 2:
        one, other = (label_of(part, locale) for part in figure.inputs)
        if operation == "sum" and figure.inputs[0] == figure.inputs[1]:
            return locale.say("label.made.twice", label=one)
        return locale.say(f"label.{operation}", one=one, other=other)
    if operation == CONVERTED:
        return locale.say("label.made.converted", label=label_of(figure.inputs[0], locale))
    for end in (f", {operation}", f", as a {operation}"):
        if operation and figure.label.endswith(end):
            base = label_of(figure.inputs[0], locale) if end.startswith(", as") else figure.label.removesuffix(end)
            return locale.say(f"label.made.{operation.replace(' ', '-')}", label=base)
    return figure.label


def made_of(operation: Operation | SumOf, locale: Locale) -> str:
    """What made a figure, in words: "Sum of shorter periods"; the parts of one of several sums are named."""
    whole, _, parts = operation.partition("sum of ")
    if not whole and parts and parts != "shorter periods":
        return locale.say("sum.parts", parts=parts)
    return locale.say(f"made.{operation.replace(' ', '-')}")
