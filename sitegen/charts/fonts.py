"""Fonts as charts need them: how wide a text is, and whether its characters are there.

Reads the few tables of TTF and OTF files that tell, so that labels can be placed without drawing them.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FAMILIES = "Inter, Noto Sans CJK SC, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Font:
    """One font file. advances: width of each character that it has, in thousandths of the font size."""

    name: str
    advances: Mapping[int, float] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a folder. digest: hash of all their bytes, part of what a drawn chart depends on."""

    folder: Path
    fonts: tuple[Font, ...]
    digest: str

    @classmethod
    def read(cls, folder: Path) -> Fonts:
        """Reads every `.ttf` and `.otf` of the folder, by name; raises ValueError if there is none."""
        paths = sorted(p for p in folder.iterdir() if p.suffix in (".ttf", ".otf"))
        if not paths:
            raise ValueError(f"no .ttf or .otf font in {folder}")
        contents = [path.read_bytes() for path in paths]
        fonts = tuple(Font(path.stem, _advances(data)) for path, data in zip(paths, contents, strict=True))
        return cls(folder, fonts, hashlib.sha256(b"".join(contents)).hexdigest())

    def width(self, text: str, size: float = 12, *, bold: bool = False) -> float:
        """How wide the text is, in pixels; kerning is left out, so it is a little too much."""
        order = sorted(self.fonts, key=lambda font: ("bold" in font.name) != bold)
        return sum(next((f.advances[ord(c)] for f in order if ord(c) in f.advances), 1000) for c in text) * size / 1000

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of the text that no font has, each once, in order."""
        return tuple(dict.fromkeys(c for c in text if not any(ord(c) in f.advances for f in self.fonts)))

    def wrap(self, text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """The text in lines of at most so many pixels, broken at spaces; a longer word keeps its own line."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.width(f"{lines[-1]} {word}", bold=bold) <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return tuple(lines)

    def widest(self, texts: Iterable[str], *, bold: bool = False) -> float:
        """The width of the widest text, in pixels; 0 for none."""
        return max((self.width(text, bold=bold) for text in texts), default=0.0)


def _advances(data: bytes) -> dict[int, float]:
    """Width of every character of a font file, in thousandths of the font size."""
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        tables[tag] = offset
    units = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    widths = struct.unpack_from(">" + "Hh" * metrics, data, tables[b"hmtx"])[::2]
    glyphs = _characters(data, tables[b"cmap"])
    return {char: widths[min(glyph, metrics - 1)] * 1000 / units for char, glyph in glyphs.items() if glyph}


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    """Which glyph each character has, from every Unicode subtable of the character map."""
    found: dict[int, int] = {}
    for index in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">HHI", data, cmap + 4 + 8 * index)[2]
        layout = struct.unpack_from(">H", data, start)[0]
        if layout == 4:
            found |= _segments(data, start)
        elif layout == 12:
            for group in range(struct.unpack_from(">I", data, start + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * group)
                found |= {char: glyph + char - first for char in range(first, last + 1)}
    return found


def _segments(data: bytes, start: int) -> dict[int, int]:
    """Format 4 of the character map: runs of characters, with a shift or a list of glyphs."""
    double = struct.unpack_from(">H", data, start + 6)[0]
    ends, starts, shifts, lists = (start + 14 + double * i + (2 if i else 0) for i in range(4))
    found: dict[int, int] = {}
    for at in range(0, double, 2):
        last, first, shift, where = (struct.unpack_from(">H", data, t + at)[0] for t in (ends, starts, shifts, lists))
        for char in range(first, min(last, 0xFFFE) + 1):
            glyph = char
            if where:
                glyph = struct.unpack_from(">H", data, lists + at + where + 2 * (char - first))[0]
            if glyph:
                found[char] = (glyph + shift) % 65536
    return found
