"""New entries in a YAML text: a pair of a mapping or an item of a list, in the style of what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from msgspec import Struct

from sitegen.editing import nodes, scalars
from sitegen.editing.nodes import Edit
from sitegen.editing.scalars import Fields


class Style(Struct, frozen=True):
    """How a file is written. newline: what ends its lines. dash: how much deeper than its key a list stands.

    lines: whether entries have their keys one a line where one line would do.
    """

    newline: str
    dash: int
    lines: bool


def pair_after(
    text: str, mapping: yaml.Node, index: int, key: str, fields: str | Fields, style: Style, *, apart: bool = False
) -> Edit:
    """A new pair of a mapping behind the one of an index, or at its beginning for -1.

    apart: whether a blank line stands between the two.
    """
    found = nodes.pairs(mapping)
    if nodes.is_flow(mapping):
        return _into_flow(text, mapping, [value for _, value in found], index, f"{key}: {scalars.value(fields)}")
    step = _step(found)
    lines = scalars.pair(key, fields, nodes.column(mapping), step, style.lines)
    if index < 0:
        return lines_before(text, nodes.start(found[0][0]), lines, style)
    return lines_after(text, nodes.end(text, found[index][1]), ["", *lines] if apart else lines, style)


def item_after(text: str, sequence: yaml.Node, fields: Fields, style: Style) -> Edit:
    """A new last item of a list that has one."""
    if nodes.is_flow(sequence):
        return _into_flow(text, sequence, sequence.value, len(sequence.value) - 1, scalars.flow(fields))
    lines = scalars.item(fields, nodes.column(sequence), style.lines)
    return lines_after(text, nodes.end(text, sequence), lines, style)


def second_item(text: str, mapping: yaml.Node, index: int, fields: Fields, style: Style) -> list[Edit]:
    """A list of the only value behind a key of a mapping and a new one."""
    key, only = nodes.pairs(mapping)[index]
    stop = nodes.end(text, only)
    if nodes.is_flow(mapping):
        return [Edit(nodes.start(only), nodes.start(only), "["), Edit(stop, stop, f", {scalars.flow(fields)}]")]
    own_line = nodes.line_start(text, nodes.start(only)) > nodes.start(key)
    dash = nodes.column(key) + style.dash
    if own_line:
        dash = max(dash, nodes.column(only) - 2)
        first = Edit(nodes.line_start(text, nodes.start(only)), nodes.start(only), f"{' ' * dash}- ")
    else:
        colon = text.index(":", nodes.end(text, key))
        first = Edit(colon + 1, nodes.start(only), f"{style.newline}{' ' * dash}- ")
    shift = dash + 2 - nodes.column(only) if own_line else 0
    moved = _shifted(text, nodes.start(only), stop, shift)
    return [first, *moved, lines_after(text, stop, scalars.item(fields, dash, style.lines), style)]


def lines_after(text: str, index: int, lines: Sequence[str], style: Style) -> Edit:
    """New lines below the line of a character."""
    below = nodes.next_line(text, index)
    gap = style.newline if below == len(text) and text and not text.endswith("\n") else ""
    return Edit(below, below, gap + "".join(line + style.newline for line in lines))


def lines_before(text: str, index: int, lines: Sequence[str], style: Style) -> Edit:
    """New lines above the line of a character."""
    above = nodes.line_start(text, index)
    return Edit(above, above, "".join(line + style.newline for line in lines))


def _into_flow(text: str, node: yaml.Node, values: Sequence[yaml.Node], index: int, new: str) -> Edit:
    """A new entry between brackets, behind that of an index."""
    if not values:
        inside = nodes.start(node) + 1
        return Edit(inside, inside, new)
    if index < 0:
        first = node.value[0]
        begin = nodes.start(first[0] if isinstance(first, tuple) else first)
        return Edit(begin, begin, f"{new}, ")
    stop = nodes.end(text, values[index])
    return Edit(stop, stop, f", {new}")


def _step(found: Sequence[nodes.Pair]) -> int:
    """How much deeper than their keys the values of a mapping stand."""
    blocks = (pair for pair in found if isinstance(pair[1], yaml.MappingNode) and not nodes.is_flow(pair[1]))
    return next((nodes.column(value) - nodes.column(key) for key, value in blocks), 2)


def _shifted(text: str, begin: int, stop: int, shift: int) -> list[Edit]:
    """More spaces before the lines below the first of some characters."""
    found = []
    line = nodes.next_line(text, begin)
    while shift > 0 and line < stop:
        if text[line : nodes.next_line(text, line)].strip():
            found.append(Edit(line, line, " " * shift))
        line = nodes.next_line(text, line)
    return found
