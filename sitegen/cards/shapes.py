"""Lines of text as shapes, kerned: the engine would open a font anew for each letter, which is most of its time."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct

from sitegen.charts.fonts import Font, Fonts

EM = 10_000
"""The size of the type in the units of a shape: whole numbers of it are finer than any picture."""
PAIRS = 2
"""The kind of table that moves one glyph after another."""
_JOINED = ("M", "Cf")
"""Categories, or their first letters, of characters that change the place or the form of their neighbours."""
_TURNED = ("R", "AL", "AN", "RLE", "RLO", "RLI")
"""Directions of characters that run from right to left."""


class Shape(Struct, frozen=True):
    """A line as the data of a path whose first letter stands at 0 0, y upwards. width: of the line. Both in EMs."""

    path: str
    width: int


class _Glyph(Struct, frozen=True):
    """A letter. start: of its first outline; rest: what follows, each point from the one before. end: the last one."""

    advance: int
    start: tuple[int, int]
    rest: str
    end: tuple[int, int]


class Shapes:
    """The letters of a folder of fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._files = {path.stem: path for path in fonts.folder.iterdir() if path.suffix in (".ttf", ".otf")}
        self._face = cache(lambda name: _Face(self._files[name]))
        self._found = cache(self._find)

    def line(self, text: str, font: str) -> Shape | None:
        """A line in a font, and what that lacks in the others.

        None where letters join, run from right to left, or are in no font: the engine knows more of them.
        """
        found = [(name, char) for char in text if (name := self._found(font, char)) and not _difficult(char)]
        if len(found) < len(text):
            return None
        parts: list[str] = []
        at, pen, before = 0, (0, 0), ("", "")
        for name, char in found:
            glyph, drawn = self._face(name).glyph(char)
            at += self._face(name).kern(before[1], glyph) if before[0] == name else 0
            if drawn.rest:
                parts.append(f"m{at + drawn.start[0] - pen[0]} {drawn.start[1] - pen[1]}{drawn.rest}")
                pen = (at + drawn.end[0], drawn.end[1])
            at, before = at + drawn.advance, (name, glyph)
        return Shape("".join(parts), at)

    def _find(self, font: str, char: str) -> str | None:
        return next((each.name for each in ordered(self._fonts, font) if ord(char) in each.advances), None)


def _difficult(char: str) -> bool:
    return unicodedata.category(char).startswith(_JOINED) or unicodedata.bidirectional(char) in _TURNED


def ordered(fonts: Fonts, name: str) -> Sequence[Font]:
    """The fonts in the order in which a letter is looked for: the one of this name, then those of its weight."""
    bold = "bold" in name
    return sorted(fonts.fonts, key=lambda each: (each.name != name, ("bold" in each.name) != bold))


class _Face:
    """One font file, opened. The libraries that read it load with the first."""

    def __init__(self, path: Path) -> None:
        from fontTools.ttLib import TTFont

        self._font = TTFont(BytesIO(path.read_bytes()), lazy=True)
        self._chars: Mapping[int, str] = self._font.getBestCmap()
        self._glyphs = self._font.getGlyphSet()
        self._scale: float = EM / self._font["head"].unitsPerEm
        self.glyph = cache(self._glyph)
        self.kern = cache(self._kern)

    def _glyph(self, char: str) -> tuple[str, _Glyph]:
        """The name of a character's glyph, and its outlines."""
        from sitegen.cards.pen import outlines

        name = self._chars[ord(char)]
        start, rest, end = outlines(self._glyphs, name, self._scale)
        return name, _Glyph(round(self._glyphs[name].width * self._scale), start, rest, end)

    def _kern(self, left: str, right: str) -> int:
        """How much nearer two glyphs stand than they are wide; 0 where the font does not say."""
        moved = sum(_pair(lookup, left, right) for lookup in self._lookups)
        return round(moved * self._scale)

    @cached_property
    def _lookups(self) -> Sequence[Sequence[Any]]:
        """The tables of pairs that a font asks for as `kern`."""
        if "GPOS" not in self._font:
            return ()
        table = self._font["GPOS"].table
        asked = (record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern")
        numbers = sorted({number for feature in asked for number in feature.LookupListIndex})
        lookups = (table.LookupList.Lookup[number].SubTable for number in numbers)
        tables = ([getattr(each, "ExtSubTable", each) for each in lookup] for lookup in lookups)
        return [[each for each in lookup if each.LookupType == PAIRS] for lookup in tables]


def _pair(lookup: Sequence[Any], left: str, right: str) -> int:
    """What the first table that knows a pair says of it, in units of the font."""
    for table in lookup:
        if left not in table.Coverage.glyphs:
            continue
        if table.Format == 2:
            records = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
            return _moved(records[table.ClassDef2.classDefs.get(right, 0)])
        pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        for record in pairs:
            if record.SecondGlyph == right:
                return _moved(record)
    return 0


def _moved(record: Any) -> int:
    return int(getattr(record.Value1, "XAdvance", 0))  # where nothing moves there is no value
