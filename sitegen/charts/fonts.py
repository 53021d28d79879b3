"""Fonts as charts need them: how wide a text is, and whether its characters are there.

Labels are placed by it without drawing them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from sitegen.cache import Cache, digest
from sitegen.tokens import LABEL

LONGEST = 110.0
"""The most pixels of a word that is not cut."""


class Font(Struct, frozen=True):
    """One font file. advances: width of each character that it has, in thousandths of the font size."""

    name: str
    advances: Mapping[int, float]


class Fonts(Struct, frozen=True):
    """The fonts of a folder. digest: hash of their names and bytes, part of what a drawn chart depends on."""

    folder: Path
    fonts: tuple[Font, ...]
    digest: str

    @classmethod
    def read(cls, folder: Path, cache: Cache | None = None, code: str = "") -> Fonts:
        """Reads every `.ttf` and `.otf` of the folder, by name; raises ValueError if there is none.

        cache: of widths that were read by the same code.
        """
        paths = sorted(p for p in folder.iterdir() if p.suffix in (".ttf", ".otf"))
        if not paths:
            raise ValueError(f"no .ttf or .otf font in {folder}")
        contents = [path.read_bytes() for path in paths]
        widths = (_remembered(data, cache, code) for data in contents)
        fonts = tuple(Font(path.stem, found) for path, found in zip(paths, widths, strict=True))
        return cls(
            folder,
            fonts,
            digest(part for path, data in zip(paths, contents, strict=True) for part in (path.name.encode(), data)),
        )

    def width(self, text: str, size: float = LABEL, *, bold: bool = False) -> float:
        """How wide the text is, in pixels; kerning is left out, so it is a little too much."""
        order = sorted(self.fonts, key=lambda font: ("bold" in font.name) != bold)
        return sum(next((f.advances[ord(c)] for f in order if ord(c) in f.advances), 1000) for c in text) * size / 1000

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of the text that no font has, each once, in order."""
        return tuple(dict.fromkeys(c for c in text if not any(ord(c) in f.advances for f in self.fonts)))

    def wrap(self, text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """The text in lines of at most so many pixels, broken at spaces.

        A word that is longer keeps its own line, except for one that is longer than any line should be: it is cut.
        """
        lines: list[str] = []
        for word in (part for whole in text.split() for part in self._cut(whole, max(width, LONGEST), bold=bold)):
            if lines and self.width(f"{lines[-1]} {word}", bold=bold) <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return tuple(lines)

    def balanced(self, text: str, width: float) -> tuple[str, ...]:
        """The text in as few lines as `wrap` has, none much longer than the others: no word stands alone below many."""
        lines = self.wrap(text, width)
        words = text.split()
        ends = {self.width(" ".join(words[a:b])) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
        tried = (self.wrap(text, end) for end in sorted(end for end in ends if end < width)) if len(lines) > 1 else ()
        return next((found for found in tried if len(found) == len(lines)), lines)

    def _cut(self, word: str, width: float, *, bold: bool) -> Iterator[str]:
        """A word in pieces of at most so many pixels."""
        piece = ""
        for char in word if self.width(word, bold=bold) > width else ():
            if piece and self.width(f"{piece}{char}-", bold=bold) > width:
                yield f"{piece}-"
                piece = ""
            piece += char
        yield piece or word

    def widest(self, texts: Iterable[str], *, bold: bool = False) -> float:
        """The width of the widest text, in pixels; 0 for none."""
        return max((self.width(text, bold=bold) for text in texts), default=0.0)


def _remembered(data: bytes, cache: Cache | None, code: str) -> dict[int, float]:
    if cache is None:
        return _advances(data)
    found = json.loads(cache.remember((b"widths", code.encode(), data), lambda: json.dumps(_advances(data))))
    return {int(char): width for char, width in found.items()}


def _advances(data: bytes) -> dict[int, float]:
    """Width of every character of a font file, in thousandths of the font size."""
    from fontTools.ttLib import TTFont  # here, for most builds draw nothing

    with TTFont(BytesIO(data), lazy=True) as font:
        widths, units = font["hmtx"], font["head"].unitsPerEm
        return {char: widths[glyph][0] * 1000 / units for char, glyph in font.getBestCmap().items()}


def readable(data: bytes) -> bool:
    """Whether a font file is whole, and has all that charts, cards and saved drawings ask of it."""
    from fontTools.ttLib import TTFont

    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            glyphs = font.getGlyphSet()
            weight, family = font["OS/2"].usWeightClass, font["name"].getBestFamilyName()
            whole = all(table.offset + table.length <= len(data) for table in font.reader.tables.values())
            return bool(whole and _advances(data) and glyphs and weight is not None and family)
    except Exception:  # a broken table is met by any error
        return False
