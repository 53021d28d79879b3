"""The letters of a drawing, in the file itself: an SVG that is opened alone, or shown as an image, loads no font."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from sitegen.cache import Cache

USUAL = "".join(map(chr, range(32, 127))) + "\u00a0–—−…’‘“”×·°~≈≥≤€£"
"""What nearly every drawing writes: one subset of a font holds it for all, for to make one takes as long as to draw."""
_TEXT = re.compile(r"<text([^>]*)>([^<]*)")


class Letters(Struct, frozen=True):
    """What cuts the letters of drawings out of the fonts of a folder.

    cache: of what was cut before; None cuts anew. made_by: what that depends on beside the letters: code, fonts,
    versions.
    """

    folder: Path
    cache: Cache | None = None
    made_by: tuple[bytes, ...] = ()

    def faces(self, svg: str) -> str:
        """The `@font-face` rules of the letters that a drawing has."""
        return "".join(self._faces(svg))

    def _faces(self, svg: str) -> Iterator[str]:
        fonts = sorted(path for path in self.folder.iterdir() if path.suffix in (".ttf", ".otf"))
        for weight, letters in _letters(svg).items():
            left = set(letters)
            for path in sorted(fonts, key=lambda path: ("bold" in path.stem) != (weight == 600)):
                own = left & _known(self, path)
                if own:
                    left -= own
                    its, _, family = _kept(self, _named, path).partition(" ")
                    for some in filter(None, (USUAL if own & set(USUAL) else "", "".join(sorted(own - set(USUAL))))):
                        coded = _kept(self, _subset, path, some)
                        yield (
                            f'@font-face{{font-family:"{family}";font-weight:{its};'
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


@lru_cache(maxsize=256)
def _kept(letters: Letters, make: Callable[..., str], path: Path, *asked: str) -> str:
    """What a function says of a font: as it is remembered, else by reading the font."""
    if letters.cache is None:
        return make(path, *asked)
    key = (*letters.made_by, make.__name__.encode(), path.name.encode(), *(each.encode() for each in asked))
    return letters.cache.remember(key, partial(make, path, *asked))


@lru_cache(maxsize=16)
def _known(letters: Letters, path: Path) -> frozenset[str]:
    """The characters of a font."""
    return frozenset(_kept(letters, _characters, path))


def _characters(path: Path) -> str:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as read:
        return "".join(map(chr, sorted(read.getBestCmap())))


def _named(path: Path) -> str:
    """The weight of a font, and its family."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as read:
        return f"{int(read['OS/2'].usWeightClass)} {read['name'].getBestFamilyName()}"


def _subset(path: Path, letters: str) -> str:
    """A font with these letters only, as base64 of WOFF."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, recalc_timestamp=False)
    with TTFont(path, recalcTimestamp=False) as read:
        cutter = Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(read)
        read.flavor = "woff"
        out = BytesIO()
        read.save(out, reorderTables=None)
    return b64encode(out.getvalue()).decode()
