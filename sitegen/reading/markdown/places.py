"""Where the words of a passage stand in the source: found by aligning words block by block, only when it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from sitegen.model.body import Body
from sitegen.problems import Place
from sitegen.reading.markdown.lift import lift
from sitegen.reading.markdown.passages import BLANK, Passage, passages, without
from sitegen.reading.markdown.preview.marks import MARK, parted
from sitegen.reading.markdown.preview.outline import WORD
from sitegen.reading.markdown.preview.preview import github
from sitegen.reading.patterns import later

_TOKEN = later(rf"{MARK.pattern}|\w+|[^\w\s]")
_MANY = 3000  # words, from which on common ones do not guide an alignment


class Token(NamedTuple):
    """A word or sign of a passage from offset `start` on; `at`: where it stands in the source."""

    text: str
    start: int
    at: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


class Places:
    """Finds places in the source of one body; path: of its file."""

    def __init__(self, path: str, body: Body) -> None:
        self._source = lift(path, body.source, body.line)
        self._body = body
        self._kept: dict[tuple[int, str, str], list[Token]] = {}

    def place(self, passage: Passage, start: int, length: int) -> Place:
        """The place of characters of a passage, or of what stands there in their stead (`&#56;`)."""
        return self._source.place(*self.span(passage, start, length))

    def span(self, passage: Passage, start: int, length: int) -> tuple[int, int]:
        """Offset and length in the source of characters of a passage."""
        begin, end = (self._source.unmarked(offset) for offset in self._range(passage))
        tokens = self.aligned(passage)
        for token in tokens:
            if token.start <= start < token.end:
                at = token.at + start - token.start
                return at, self._reach(tokens, start + length, at + length) - at
            if token.end <= start:
                begin = token.at + len(token.text)
        end = next((token.at for token in tokens if token.start > start), end)
        gap = self._source.raw[begin:end]
        begin += len(gap) - len(gap.lstrip())
        return begin, max(1, len(gap.strip().partition("\n")[0]))

    def hidden(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What reads so in the source and is not itself read on the page: it stands in tags, braces or targets."""
        read = {token.at for passage in self.passages for token in self.aligned(passage)}
        spans = ((lifted.start, lifted.start + len(lifted.source)) for lifted in self._source.lifted)
        return (match for match in pattern.finditer(without(self._source.raw, spans)) if match.start() not in read)

    def of_id(self, id: str) -> list[Place]:
        """Where an author gives an id: in braces or in a tag."""
        word = rf"({re.escape(id)})(?![\w-])"
        given = re.compile(rf"(?:\{{[^}}\n]*?(?:#|\bid=[\"']?)|<[^<>]*?\bid\s*=\s*[\"']?){word}")
        return [self.at(start, len(id)) for start in sorted(match.start(1) for match in self.hidden(given))]

    def at(self, start: int, length: int) -> Place:
        """The place of characters of the source."""
        return self._source.place(start, length)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the body."""
        return passages(self._body)

    def aligned(self, passage: Passage) -> list[Token]:
        """The words of a passage that stand in the source as they are read."""
        key = passage.index, passage.attribute, passage.shown
        if key not in self._kept:
            self._kept[key] = list(self._align(passage))
        return self._kept[key]

    def _align(self, passage: Passage) -> Iterator[Token]:
        written = list(self._written(*self._range(passage)))
        shown = [
            (match[0], match.start())
            for start, end in pairwise((*passage.runs, len(passage.shown)))
            for match in _TOKEN.finditer(passage.shown, start, end)
        ]
        pair = [text for text, _ in written], [text for text, _ in shown]
        matcher = SequenceMatcher(None, *pair, autojunk=len(shown) > _MANY)
        for a, b, size in matcher.get_matching_blocks():
            for n in range(size):
                yield Token(shown[b + n][0], shown[b + n][1], written[a + n][1])

    def _written(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The words and signs of the source from offset to offset of the marked text, with their offsets in the raw."""
        at = start
        for piece in parted(self._source.marked[start:end]):
            if isinstance(piece, str):
                for match in _TOKEN.finditer(piece):
                    yield match[0], self._source.unmarked(at + match.start())
                at += len(piece)
                continue
            lifted = self._source.lifted[piece]
            at += len(str(piece)) + 2
            if lifted.kind == "wiki" and lifted.words:
                for match in _TOKEN.finditer(lifted.words):
                    yield match[0], lifted.words_start + match.start()
            elif lifted.kind in ("expression", "wiki"):
                yield BLANK, lifted.start
            else:
                yield from ((brace, lifted.start + n) for n, brace in enumerate(lifted.source))

    def _reach(self, tokens: Sequence[Token], end: int, least: int) -> int:
        """Where the characters before `end` of a passage end in the source."""
        last = next((token for token in reversed(tokens) if token.start < end), None)
        return least if last is None else max(least, last.at + min(end - last.start, len(last.text)))

    def _range(self, passage: Passage) -> tuple[int, int]:
        """Where a passage stands in the marked text; if GitHub does not say it, between those that are known."""
        if passage.index in self._ranges:
            return self._ranges[passage.index]
        before = [end for index, (_, end) in self._ranges.items() if index < passage.index]
        after = [start for index, (start, _) in self._ranges.items() if index > passage.index]
        low, high = max(before, default=0), min(after, default=len(self._source.marked))
        return (low, high) if low < high else (0, len(self._source.marked))

    @cached_property
    def _ranges(self) -> dict[int, tuple[int, int]]:
        """Where each passage stands in the marked text, by its index: where GitHub finds the same words, in order."""
        starts = [0, *(match.end() for match in re.finditer("\n", self._source.marked)), len(self._source.marked) + 1]
        texts = [entry for entry in github(self._source) if entry.name == "text" and entry.first]
        found: dict[int, tuple[int, int]] = {}
        at = 0
        for passage in self.passages:
            words = tuple(WORD.findall(without(passage.shown, passage.lifted)))
            same = next((n for n in range(at, len(texts)) if texts[n].words == words), None)
            if same is not None and not passage.attribute:
                at = same + 1
                found[passage.index] = starts[texts[same].first - 1], starts[min(texts[same].last, len(starts) - 1)] - 1
        return found
