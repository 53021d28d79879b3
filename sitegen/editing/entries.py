"""Where in a data file a new entry belongs: a value under its series, a source among the others."""

from __future__ import annotations

import re

import yaml
from msgspec import structs

from sitegen.editing import nodes, scalars
from sitegen.editing.insert import Style, item_after, lines_after, pair_after, second_item
from sitegen.editing.nodes import Edit
from sitegen.editing.scalars import Fields
from sitegen.model.basics.period import Period

_BLANK = re.compile(r"\n[ \t\r]*\n")


def with_value(text: str, series: str, period: Period, written: str, fields: Fields) -> str:
    """The text of a file of series with one more value, its periods in the order in which they stand.

    written: how the period is called. The series is one of the file.
    """
    root = nodes.compose(text)
    body = nodes.value_of(root, series)
    assert body is not None  # the series was found in the file
    style, values = _style(text, root), nodes.value_of(body, "values")
    if values is None:
        index = len(nodes.pairs(body)) - 1
        return nodes.apply(text, [_opened(text, body, index, written, fields, style)])
    if nodes.is_empty(values) or not nodes.pairs(values):
        return nodes.apply(text, [_first(text, body, values, written, fields, style)])
    return nodes.apply(text, _among(text, values, period, written, fields, style))


def with_entry(text: str, key: str, fields: Fields) -> str:
    """The text of a file of entries, such as sources, with one more at its end, written as the last one is."""
    root = nodes.compose(text)
    style = _style(text, root)
    found = nodes.pairs(root)
    if root is None or not found:
        lines = scalars.pair(key, fields, 0, 2, True)
        return nodes.apply(text, [lines_after(text, len(text), lines, style)])
    style = structs.replace(style, lines=not nodes.is_flow(found[-1][1]))
    apart = len(found) > 1 and _BLANK.search(text, nodes.end(text, found[-2][1]), nodes.start(found[-1][0])) is not None
    return nodes.apply(text, [pair_after(text, root, len(found) - 1, key, fields, style, apart=apart)])


def with_choice(text: str, kind: str, name: str, id: str) -> str:
    """The text of `data/imports.yaml` with one more name of a kind."""
    root = nodes.compose(text)
    style, key = structs.replace(_style(text, root), lines=True), scalars.scalar(name)
    body, found = nodes.value_of(root, kind), nodes.pairs(root)
    if body is not None and nodes.pairs(body):
        return nodes.apply(text, [pair_after(text, body, len(nodes.pairs(body)) - 1, key, id, style)])
    if root is None or not found:
        return nodes.apply(text, [lines_after(text, len(text), scalars.pair(kind, {key: id}, 0, 2, True), style)])
    return nodes.apply(text, [pair_after(text, root, len(found) - 1, kind, {key: id}, style)])


def _among(text: str, values: yaml.Node, period: Period, written: str, fields: Fields, style: Style) -> list[Edit]:
    """The edits that put a value among those of other periods, or beside those of its own."""
    found = nodes.pairs(values)
    style = structs.replace(style, lines=all(_in_lines(value) for _, value in found))
    periods = [Period.parse(key.value, period.calendar) for key, _ in found]
    if period in periods:
        index = periods.index(period)
        there = found[index][1]
        if isinstance(there, yaml.SequenceNode):
            style = structs.replace(style, lines=all(map(_in_lines, there.value)))
            return [item_after(text, there, fields, style)]
        return second_item(text, values, index, fields, style)
    ranks = [_rank(each) for each in periods]
    falling = len(ranks) > 1 and ranks[0] > ranks[-1]
    before = [i for i, rank in enumerate(ranks) if (rank > _rank(period)) == falling]
    return [pair_after(text, values, before[-1] if before else -1, written, fields, style)]


def _opened(text: str, body: yaml.Node, index: int, written: str, fields: Fields, style: Style) -> Edit:
    """The key `values` with a first value, behind the last key of a series."""
    if nodes.is_flow(body):
        return pair_after(text, body, index, "values", {written: fields}, style)
    indent = nodes.column(body)
    lines = [f"{' ' * indent}values:", *scalars.pair(written, fields, indent + 2, 2, style.lines)]
    return lines_after(text, nodes.end(text, body), lines, style)


def _first(text: str, body: yaml.Node, values: yaml.Node, written: str, fields: Fields, style: Style) -> Edit:
    """A first value behind the key `values`, behind which nothing stands or {}."""
    if nodes.is_flow(body):
        if nodes.is_flow(values):
            return pair_after(text, values, -1, written, fields, style)
        key = next(key for key, value in nodes.pairs(body) if value is values)
        colon = text.index(":", nodes.end(text, key)) + 1
        return Edit(colon, colon, f" {scalars.flow({written: fields})}")
    key = next(key for key, value in nodes.pairs(body) if value is values)
    lines = scalars.pair(written, fields, nodes.column(key) + 2, 2, style.lines)
    if nodes.is_flow(values):  # {} gives way to lines
        colon, stop = text.index(":", nodes.end(text, key)) + 1, nodes.end(text, values)
        return Edit(colon, stop, style.newline + style.newline.join(lines))
    return lines_after(text, nodes.end(text, key), lines, style)


def _style(text: str, root: yaml.Node | None) -> Style:
    """How a file of series is written: what ends its lines, and how deep its lists of values stand."""
    dashes = (
        nodes.column(value) - nodes.column(key)
        for _, body in nodes.pairs(root)
        for key, value in nodes.pairs(nodes.value_of(body, "values"))
        if isinstance(value, yaml.SequenceNode) and not nodes.is_flow(value)
    )
    return Style("\r\n" if "\r\n" in text else "\n", next(dashes, 2), lines=False)


def _in_lines(value: yaml.Node) -> bool:
    """Whether a value has its keys one a line."""
    if isinstance(value, yaml.SequenceNode):
        return not nodes.is_flow(value) and all(map(_in_lines, value.value))
    return not nodes.is_flow(value)


def _rank(period: Period) -> tuple[int, int]:
    """What puts periods in order: the one that ends first, and of those that end together the shortest."""
    return period.last.toordinal(), -period.first.toordinal()
