"""Words for a card: in lines of measured width, and only of characters that the fonts have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from sitegen.cards.shapes import EM, Shapes, ordered
from sitegen.charts.fonts import Fonts
from sitegen.value import Value

LEFT_OUT = "…"
REGULAR, BOLD = "inter-regular", "inter-semibold"
"""The names of the files of the fonts that most words are set in."""
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_CLOSING = "、。，．：；？！）」』】〉》”’…"
_PIECES = rf"[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+"
"""What a line may break before: a wide character with the sign that closes it, or a word."""
_LETTERS = "LMN"
"""The first letters of the Unicode categories of which text loses its sense: letters, marks, numbers."""


class Fitted(Value, frozen=True, eq=False):
    """Text in lines that fit. size: of the type, and width: of the longest line, in pixels. cut: whether words are
    missing. font: the name of the file that it is set in, one of those that the shapes have."""

    ASIDE = ("shapes",)
    lines: tuple[str, ...]
    size: float
    width: float
    cut: bool
    font: str
    shapes: Shapes

    def drawn(self, x: float, y: float, leading: float = 1.18, *, end: bool = False) -> Markup:
        """The lines as elements of an SVG, which take the colour of what stands around them.

        x, y: where the first line begins, or ends. leading: from line to line, in sizes of the type.
        """
        return Markup("").join(
            self._line(line, x, y + number * self.size * leading, end) for number, line in enumerate(self.lines)
        )

    def _line(self, line: str, x: float, y: float, end: bool) -> Markup:
        shape, scale = self.shapes.line(line, self.font), self.size / EM
        if shape is None:  # the engine knows how these letters join and where they run
            anchor = Markup(' text-anchor="end"') if end else ""
            text = Markup('<text font-size="{}" x="{:g}" y="{:.1f}"{}>{}</text>')
            return text.format(self.size, x, y, anchor, line)
        left = x - shape.width * scale if end else x
        path = Markup('<path transform="translate({:.1f} {:.1f}) scale({:g} {:g})" d="{}"/>')
        return path.format(left, y, scale, -scale, shape.path)


class Letters:
    """The fonts of a theme as cards need them."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.shapes = Shapes(fonts)
        self._widths: dict[str, Mapping[str, float]] = {}

    def known(self, text: str) -> str:
        """The text in characters that the fonts have: pictures go without a word, letters leave "…" in their place.

        "" where no letter and no digit is left.
        """
        missing = frozenset(self._fonts.missing(text)) - set(" \t\n")
        if missing:
            marked = "".join(_stand_in(char) if char in missing else char for char in text)
            text = re.sub(r"\0(?:\s*\0)*", LEFT_OUT, marked)
        text = " ".join(text.split())
        return text if any(unicodedata.category(char)[0] in _LETTERS for char in text) else ""

    def fit(self, text: str, width: float, *sizes: float, lines: int = 1, font: str = REGULAR) -> Fitted:
        """The text at the first of the sizes at which it fits so many lines, else cut at the last of them.

        width: of a line, in pixels. font: the name of the file that it is set in; another has what that one lacks.
        """
        words = self.known(text)
        for size in sizes:
            found = self._wrap(words, width / size, font)
            if len(found) <= lines:
                return self._fitted(self._even(found, words, width / size, font), size, font)
        size = sizes[-1]
        first = self._wrap(words, width / size, font)[:lines]
        return self._fitted((*first[:-1], self._shortened(first[-1], width / size, font)), size, font, cut=True)

    def _fitted(self, lines: Sequence[str], size: float, font: str, *, cut: bool = False) -> Fitted:
        width = max((self._wide(line, font) for line in lines), default=0.0) * size
        return Fitted(tuple(lines), size, width, cut, font, self.shapes)

    def _even(self, lines: Sequence[str], text: str, room: float, font: str) -> Sequence[str]:
        """As many lines in as little width as will do, so that none of them holds one word alone."""
        low, high, best = room / 2, room, lines
        while len(lines) > 1 and high - low > 0.1:
            middle = (low + high) / 2
            found = self._wrap(text, middle, font)
            if len(found) <= len(lines):
                best, high = found, middle
            else:
                low = middle
        return best

    def _wrap(self, text: str, room: float, font: str) -> list[str]:
        """The text in lines. room: of a line, in sizes of the type."""
        lines: list[str] = []
        end = 0
        for piece in re.finditer(_PIECES, text):
            for part in self._parts(piece[0], room, font):
                longer = (lines[-1] if lines else "") + text[end : piece.start()] + part
                if lines and self._wide(longer, font) <= room and end <= piece.start():
                    lines[-1] = longer
                else:
                    lines.append(part)
                end = len(text) + 1
            end = piece.end()
        return lines

    def _parts(self, word: str, room: float, font: str) -> Iterator[str]:
        """A word, in pieces if it is longer than a line."""
        part = ""
        for char in word if self._wide(word, font) > room else ():
            if part and self._wide(part + char, font) > room:
                yield part
                part = ""
            part += char
        yield part or word

    def _shortened(self, line: str, room: float, font: str) -> str:
        """A line with the sign that words are missing; it ends with a whole word, for part of a number is another."""
        while line and self._wide(line + LEFT_OUT, font) > room:
            *before, last = re.finditer(_PIECES, line)
            line = line[: last.start()] if before else line[:-1]
        return line.rstrip(" ,;:.–—-") + LEFT_OUT

    def _wide(self, text: str, font: str) -> float:
        """How wide a text is, in sizes of the type."""
        if font not in self._widths:
            order = reversed(ordered(self._fonts, font))
            self._widths[font] = {chr(char): wide / 1000 for each in order for char, wide in each.advances.items()}
        return sum(self._widths[font].get(char, 1.0) for char in text)


def _stand_in(char: str) -> str:
    """What marks the place of a character that no font has."""
    return "\0" if unicodedata.category(char)[0] in _LETTERS else ""
