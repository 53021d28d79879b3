"""The letters of a drawing, in the file itself: an SVG that is opened alone, or shown as an image, loads no font."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path

USUAL = "".join(map(chr, range(32, 127))) + "\u00a0–—−…’‘“”×·°~≈≥≤€£"
"""What nearly every drawing writes: one subset of a font holds it for all, for to make one takes as long as to draw."""
_TEXT = re.compile(r"<text([^>]*)>([^<]*)")


def faces(svg: str, folder: Path) -> str:
    """The `@font-face` rules of the letters that a drawing has, by the fonts of a folder."""
    return "".join(_faces(svg, folder))


def _faces(svg: str, folder: Path) -> Iterator[str]:
    fonts = {path: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in (".ttf", ".otf")}
    for weight, letters in _letters(svg).items():
        order = sorted(fonts, key=lambda path: ("bold" in path.stem) != (weight == 600))
        left = set(letters)
        for path in order:
            own = left & _known(fonts[path])
            if own:
                left -= own
                family, its = _names(fonts[path])
                for some in filter(None, (USUAL if own & set(USUAL) else "", "".join(sorted(own - set(USUAL))))):
                    coded = _subset(fonts[path], some)
                    yield (
                        f'@font-face{{font-family:"{family}";font-weight:{weight if its == weight else its};'
                        f"src:url(data:font/woff;base64,{coded})"
                        + (f";unicode-range:{_range(some)}" if some != USUAL else "")
                        + "}"
                    )


def _letters(svg: str) -> Mapping[int, str]:
    """What is written, by how bold it is."""
    found: dict[int, set[str]] = {}
    for look, words in _TEXT.findall(svg):
        found.setdefault(600 if 'font-weight="600"' in look else 400, set()).update(html.unescape(words))
    return {weight: "".join(sorted(letters)) for weight, letters in sorted(found.items())}


def _range(letters: str) -> str:
    return ",".join(f"U+{ord(char):X}" for char in letters)


@lru_cache(maxsize=16)
def _known(font: bytes) -> frozenset[str]:
    """The characters of a font."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True) as read:
        return frozenset(map(chr, read.getBestCmap()))


@lru_cache(maxsize=16)
def _names(font: bytes) -> tuple[str, int]:
    """The family of a font, and its weight."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True) as read:
        return str(read["name"].getBestFamilyName()), int(read["OS/2"].usWeightClass)


@lru_cache(maxsize=256)
def _subset(font: bytes, letters: str) -> str:
    """A font with these letters only, as base64 of WOFF."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, recalc_timestamp=False)
    with TTFont(BytesIO(font), recalcTimestamp=False) as read:
        cutter = Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(read)
        read.flavor = "woff"
        out = BytesIO()
        read.save(out, reorderTables=None)
    return b64encode(out.getvalue()).decode()
