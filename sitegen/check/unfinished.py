"""Checks of what is shown: the words of a new file that nobody replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.document import Document
from sitegen.model.placeholders import PLACEHOLDERS
from sitegen.problems import Place, Problem
from sitegen.register.said import Said


def placeholders(spots: Iterable[tuple[Iterable[Said], Document | None]]) -> Iterator[Problem]:
    """The texts that `sitegen new` wrote, in what is no draft. spots: texts, and the document that they stand in."""
    for texts, document in spots:
        if document is None or not document.draft:
            yield from (_problem(said.text.place) for said in texts if said.text.raw.strip() in PLACEHOLDERS)


def unwritten(documents: Iterable[Document]) -> Iterator[Problem]:
    """The lines that `sitegen new` wrote, in the bodies of documents that are no drafts."""
    for document in documents:
        if document.draft or not any(words in document.body.source for words in PLACEHOLDERS):
            continue
        for number, line in enumerate(document.body.source.split("\n")):
            if any(words in line for words in PLACEHOLDERS):
                yield _problem(Place(document.path, document.body.line + number, 1, len(line)))


def _problem(place: Place) -> Problem:
    hint = "write the text, or draft: yes in the front matter of a document that is not finished"
    return Problem(place, "placeholder", "these are the words of a new file, not yours", hint)
