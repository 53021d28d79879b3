"""Where in the files of a project a page, a number on it or a paragraph of it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property

from sitegen.model.basics.address import Address
from sitegen.model.tracker import Tracker
from sitegen.problems import Place
from sitegen.register.kind import Kinds
from sitegen.urls import address_url, document_url, series_url

ALIKE = 0.4
"""From this share of common letters on, a paragraph of a page is that of a file."""
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class Places:
    """The places of one build, found when somebody asks."""

    def __init__(self, tracker: Tracker, kinds: Kinds) -> None:
        self._tracker, self._kinds = tracker, kinds

    def of(self, page: str, link: str = "", text: str = "") -> Place | None:
        """The place of a number, by what it links to; else of a paragraph, by its text; else of the page.

        page, link: as paths from the root of the site, the link with its fragment.
        """
        series = link.partition("#")[0]  # of a number that is worked out, where its series is
        if (number := self._numbers.get(link) or self._numbers.get(series)) is not None:
            return number
        return self._paragraph(page, text) or self._pages.get(page)

    @cached_property
    def _numbers(self) -> dict[str, Place]:
        series = {series_url(each.id): each.place for each in self._tracker.series.values()}
        return series | {  # of several values of a period the first
            address_url(Address(series.entity, series.metric, observation.period)): observation.place
            for series in self._tracker.series.values()
            for observation in reversed(series.observations)
        }

    @cached_property
    def _pages(self) -> dict[str, Place]:
        """The first file of each page: its Markdown before its data."""
        found: dict[str, Place] = {}
        for kind in self._kinds:
            for id, thing in kind.things(self._tracker).items():
                for each in thing if isinstance(thing, tuple) else (thing,):
                    if (url := kind.url(id, thing)) is not None and hasattr(each, "place"):
                        found.setdefault(url, each.place)
        texts = {document_url(each): Place(each.path) for each in self._tracker.documents.values()}
        return found | texts

    def _paragraph(self, page: str, text: str) -> Place | None:
        """The paragraph of the page's Markdown that is most like a text, in which expressions have values."""
        match, least, found = SequenceMatcher(autojunk=False, b=" ".join(text.split())), ALIKE, None
        for document in self._tracker.documents.values() if text else ():
            if document_url(document) == page:
                for line, words in _paragraphs(document.body.source, document.body.line):
                    match.set_seq1(words)
                    if match.real_quick_ratio() > least and match.ratio() > least:
                        least, found = match.ratio(), Place(document.path, line)
        return found


def _paragraphs(source: str, first: int) -> Iterator[tuple[int, str]]:
    """The paragraphs of a Markdown text without their expressions, each with its line in the file."""
    line = first
    for block in re.split(r"(\n(?:[ \t]*\n)+)", source):
        if block.strip():
            led = len(block) - len(block.lstrip("\n"))
            yield line + led, " ".join(_EXPRESSION.sub(" ", block).split())
        line += block.count("\n")
