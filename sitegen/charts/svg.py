"""From Vega's SVG to ours: smaller, without its own roles and classes, with ids of the chart's own, and checked.

Only tags are touched: what a label says is left as it is.
"""

from __future__ import annotations

import html
import re
from itertools import groupby

from sitegen.reading.patterns import later

_TAG = later(r"<[^>]*>")
_DROPPED = later(
    r' (?:(?:role|class|aria-[a-z]+|font-family|version|pointer-events|xmlns:xlink)="[^"]*"'
    r'|transform="translate\(0, ?0\)"|stroke-miterlimit="10"|(?:stroke-|fill-)?opacity="1"'
    r'|font-weight="(?:400|normal)"|stroke-dasharray="(?:1,0)?"|text-anchor="start")'
)
_NUMBER = later(r"-?\d+\.\d+(?:e-?\d+)?")
_ROUNDED = later(r' (?:d|x|y|x1|y1|x2|y2|width|height|transform|r|cx|cy|points)="[^"]*"')
_OUTLINE = later(r' d="(M[-0-9.,MLZ]+)"')
_POINT = later(r"M[-0-9.,]+Z")
_UNSEEN = later(r'(<clipPath.*?</clipPath>)|<path d="[^"]*"/>|<path d="" [^>]*/>')
_EMPTY = later(r"<g(?: [^>]*)?></g>")
_GROUP = later(r"(<g(?: [^>]*)?>|</g>)")
_TEXT = later(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_MARK = later(r'class="mark-[a-z]+ role-mark[^>]*>(?!</g>)')
_AT = r'(?: transform="translate\((?P<x>[^,)]+),(?P<y>[^,)]+)\)")?'
_STROKE = r' stroke="var\(--(?:grid|axis)\)"(?: stroke-(?:width|dasharray)="[^"]*")*'
_LINE = later(rf'<line{_AT} x2="(?P<wide>[^"]*)" y2="(?P<high>[^"]*)"(?P<look>{_STROKE})/>')
_LINES = later(r"(?:<line [^>]*/>){2,}")
_CLIP = later(r'<clipPath id="([^"]+)">(.*?)</clipPath>')
_CLIPS = later(r"url\(#([^)]+)\)")
_ID = later(r'\bid="([^"]+)"')
_SIZE = later(r'<svg([^>]*?) width="(\d+)" height="(\d+)"')
_USED = later(r'(\bid="|url\(#|href="#)([^")]+)')


class Undrawable(Exception):
    """A chart that was drawn wrongly: empty, or with colours that no theme can change. Says why."""


def finish(svg: str, prefix: str, families: str, *, name: str | None, grid: int = 0) -> str:
    """The SVG for a page. prefix: of its ids. name: its class.

    grid: of a map, the tenths of a pixel to which its outlines are kept; 0 of any other chart.
    """
    check(svg)
    svg = _TAG.sub(lambda tag: _shorter(tag[0], grid), svg)
    svg = _UNSEEN.sub(lambda found: found[1] or "", svg)
    before = ""
    while before != svg:
        before, svg = svg, _EMPTY.sub("", svg)
    named = f' class="{name}"' if name else ""
    head = f'<svg{named} font-family="{html.escape(families)}"'
    svg = _LINES.sub(lambda found: _joined(found[0]), _flat(svg))
    return _renamed(_clipped(svg.replace("<svg", head, 1)), prefix)


def check(svg: str) -> None:
    """Raises Undrawable for an SVG without marks, or with colours that were mixed and so cannot follow the theme."""
    if not _MARK.search(svg):
        raise Undrawable("it has no marks: nothing of the rows was drawn")
    if any("rgb(0, 0, 0)" in tag or "<linearGradient" in tag for tag in _TAG.findall(svg)):
        raise Undrawable("it mixes colours; use a scale with steps: quantize, threshold or quantile")


def size_of(svg: str) -> tuple[int, int]:
    """The width and the height of a drawing in pixels, with which every drawing begins."""
    size = _SIZE.search(svg)
    assert size is not None
    return int(size[2]), int(size[3])


def with_size(svg: str, attributes: str) -> str:
    """The drawing with other attributes in place of its size."""
    return _SIZE.sub(rf"<svg\1 {attributes}", svg, count=1)


def words(svg: str) -> str:
    """All text that the SVG shows, as plain characters."""
    return "\n".join(html.unescape(_TAG.sub("", found)) for found in _TEXT.findall(svg))


def _shorter(tag: str, grid: int) -> str:
    """A tag without what says nothing, its numbers rounded; a mark's own words are kept for the tooltip."""
    digits = 1 if grid else 2
    tag = _DROPPED.sub("", tag.replace(' aria-label="', ' data-t="', 1))
    tag = _ROUNDED.sub(lambda found: _NUMBER.sub(lambda n: _short(float(n[0]), digits), found[0]), tag)
    return _OUTLINE.sub(lambda found: f' d="{_relative(found[1], grid)}"', tag) if grid else tag


def _short(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _relative(path: str, grid: int) -> str:
    """A path of M, L and Z on a grid of tenths of a pixel, as steps from point to point: a third of its length.

    What is one point on the grid encloses nothing and is left out.
    """
    pieces: list[str] = []
    at = (0, 0)
    for command, numbers in re.findall(r"([MLZ])([-0-9.,]*)", path):
        if command == "Z":
            pieces.append("Z")
            continue
        x, y = (round(float(n) * 10 / grid) * grid for n in numbers.split(","))
        if command == "M":
            pieces.append(f"M{_short(x / 10, 1)},{_short(y / 10, 1)}")
        elif (x, y) != at:
            pieces.append(f"l{_short((x - at[0]) / 10, 1)},{_short((y - at[1]) / 10, 1)}")
        at = (x, y)
    return _POINT.sub("", "".join(pieces)).replace(",-", "-")


def _flat(svg: str) -> str:
    """The SVG without groups that say nothing of what is in them."""
    bare: list[bool] = []
    kept: list[str] = []
    for piece in _GROUP.split(svg):
        if piece == "</g>":
            keep = not bare.pop()
        elif _GROUP.fullmatch(piece):
            bare.append(piece == "<g>")
            keep = piece != "<g>"
        else:
            keep = True
        if keep:
            kept.append(piece)
    return "".join(kept)


def _joined(lines: str) -> str:
    """Lines one after another; those of a grid or an axis that look alike are one path, for they are many."""
    found: list[str] = []
    for look, alike in groupby(re.findall(r"<line [^>]*/>", lines), _look):
        several = tuple(alike)
        if look is None or len(several) < 2:
            found.extend(several)
        else:
            steps = "".join(_step(line) for line in map(_LINE.fullmatch, several) if line)
            found.append(f'<path d="{steps}"{look}/>')
    return "".join(found)


def _look(line: str) -> str | None:
    """How a line of a grid or an axis looks; None of any other, such as one with words for a tooltip."""
    found = _LINE.fullmatch(line)
    return found and found["look"]


def _step(line: re.Match[str]) -> str:
    wide, high = line["wide"], line["high"]
    way = f"h{wide}" if high == "0" else f"v{high}" if wide == "0" else f"l{wide},{high}"
    return f"M{line['x'] or 0},{line['y'] or 0}{way}"


def _clipped(svg: str) -> str:
    """The SVG with one frame for all layers that are cut alike: Vega makes one for each."""
    kept: dict[str, str] = {}
    same: dict[str, str] = {}

    def first(found: re.Match[str]) -> str:
        same[found[1]] = kept.setdefault(found[2], found[1])
        return found[0] if same[found[1]] == found[1] else ""

    svg = _CLIP.sub(first, svg)
    return _TAG.sub(lambda tag: _CLIPS.sub(lambda id: f"url(#{same.get(id[1], id[1])})", tag[0]), svg)


def _renamed(svg: str, prefix: str) -> str:
    """Every id as prefix and number: Vega counts over the whole process, so its own differ from run to run."""
    ids = [id for tag in _TAG.findall(svg) for id in _ID.findall(tag)]
    names = {old: f"{prefix}-{n}" for n, old in enumerate(dict.fromkeys(ids), 1)}
    return _TAG.sub(lambda tag: _USED.sub(lambda found: found[1] + names.get(found[2], found[2]), tag[0]), svg)
