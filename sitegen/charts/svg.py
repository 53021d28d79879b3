"""From Vega's SVG to ours: smaller, without its own roles and classes, with ids of the chart's own, and checked."""

from __future__ import annotations

import html
import re

_DROPPED = re.compile(r' (?:role|class|aria-[a-z]+|font-family|version|pointer-events|xmlns:xlink)="[^"]*"')
_DEFAULTS = re.compile(
    r' (?:transform="translate\(0, ?0\)"|stroke-miterlimit="10"|opacity="1"|stroke-opacity="1"|fill-opacity="1"'
    r'|font-weight="(?:400|normal)"|stroke-width="0"|stroke-dasharray="")'
)
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_ROUNDED = re.compile(r' (?:d|x|y|x1|y1|x2|y2|width|height|transform|r|cx|cy|points)="[^"]*"')
_EMPTY = re.compile(r"<g(?: [^>]*)?></g>|<g(?: [^>]*)?/>|<path[^>]* d=\"(?:M0,0h\d+v\d+h-\d+Z)?\"[^>]*></path>")
_PATH = re.compile(r' d="(M[-0-9.,MLZ]+)"')
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')


class Undrawable(Exception):
    """A chart that was drawn wrongly: empty, or with colours that no theme can change. Says why."""


def finish(svg: str, prefix: str, families: str, *, geo: bool, kind: str | None) -> str:
    """The SVG for a page. prefix: of its ids. geo: paths of a map, kept to a tenth of a pixel. kind: its class."""
    check(svg)
    svg = _DEFAULTS.sub("", _DROPPED.sub("", svg))
    digits = 1 if geo else 2
    svg = _ROUNDED.sub(lambda found: _NUMBER.sub(lambda n: _short(float(n[0]), digits), found[0]), svg)
    if geo:
        svg = _PATH.sub(lambda found: f' d="{_relative(found[1])}"', svg)
    before = ""
    while before != svg:
        before, svg = svg, _EMPTY.sub("", svg)
    named = f' class="{kind}"' if kind else ""
    head = f'<svg{named} font-family="{html.escape(families)}"'
    return _renamed(svg.replace("<svg", head, 1), prefix)


def check(svg: str) -> None:
    """Raises Undrawable for an SVG without marks, or with colours that were mixed and so cannot follow the theme."""
    if not re.search(r'role="graphics-symbol"|mark-(?:line|rule|symbol|rect|text|shape|area|arc|trail)', svg):
        raise Undrawable("it has no marks: nothing of the rows was drawn")
    if "rgb(0, 0, 0)" in svg or "<linearGradient" in svg:
        raise Undrawable("it mixes colours; use a scale with steps: quantize, threshold or quantile")


def words(svg: str) -> str:
    """All text that the SVG shows, as plain characters."""
    return "\n".join(html.unescape(re.sub(r"<[^>]*>", "", found)) for found in _TEXT.findall(svg))


def _short(value: float, digits: int) -> str:
    text = f"{round(value, digits):.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _relative(path: str) -> str:
    """A path of M, L and Z, in tenths of a pixel, as steps from point to point: a third of its length."""
    pieces: list[str] = []
    at = (0, 0)
    for command, numbers in re.findall(r"([MLZ])([-0-9.,]*)", path):
        if command == "Z":
            pieces.append("Z")
            continue
        x, y = (round(float(n) * 10) for n in numbers.split(","))
        if command == "M":
            pieces.append(f"M{_tenths(x)},{_tenths(y)}")
        elif (x, y) != at:
            pieces.append(f"l{_tenths(x - at[0])},{_tenths(y - at[1])}")
        at = (x, y)
    return "".join(pieces).replace(",-", "-")


def _tenths(number: int) -> str:
    return _short(number / 10, 1)


def _renamed(svg: str, prefix: str) -> str:
    """Every id as prefix and number: Vega counts over the whole process, so its own differ from run to run."""
    names = {old: f"{prefix}-{n}" for n, old in enumerate(dict.fromkeys(_ID.findall(svg)), 1)}
    for old, new in names.items():
        known = re.escape(old)
        svg = re.sub(rf'id="{known}"', f'id="{new}"', svg)
        svg = re.sub(rf"url\(#{known}\)", f"url(#{new})", svg)
        svg = re.sub(rf'href="#{known}"', f'href="#{new}"', svg)
    return svg
