"""The headings of a document: in plain words, with the ids by which links name them."""

from __future__ import annotations

from sitegen.edition import Edition
from sitegen.model.body import Label, Piece, Slot
from sitegen.pages.words.names import link_name
from sitegen.pages.words.show import say_value
from sitegen.reading.markdown import Naming, Written, write


def headings(edition: Edition, path: str) -> tuple[str, ...]:
    """The headings of a document in plain words; path: of its file."""
    body = edition.tracker.documents[path].body

    def heard(piece: Piece) -> str:
        match piece:
            case Slot(expression):
                return say_value(edition.values[expression], edition)
            case Label(link):
                return link_name(body.links[link], edition)
        return piece

    return tuple(" ".join("".join(map(heard, pieces)).split()) for pieces in body.headings)


def parts(edition: Edition, path: str) -> tuple[tuple[str, str], ...]:
    """The largest parts of a document: the heading of each in plain words, and the id by which links name it."""
    return tuple((heading.text, heading.asked) for heading in _written(edition, path).headings if heading.level == 2)


def ends(edition: Edition, path: str) -> tuple[tuple[str, str], ...]:
    """The smallest parts of a document, those with no heading below their own: the same of each."""
    found = _written(edition, path).headings
    following = (*(heading.level for heading in found[1:]), 0)
    return tuple((h.text, h.asked) for h, level in zip(found, following, strict=False) if level <= h.level)


def given_ids(edition: Edition, path: str) -> tuple[str, ...]:
    """The ids that the author of a document gives to headings."""
    found = _written(edition, path)
    return tuple(heading.id for heading in found.headings if heading.id in found.ids)


def _written(edition: Edition, path: str) -> Written:
    """A document for its headings and ids, without its links."""
    naming = Naming(
        href=lambda link: "",
        label=lambda link: link_name(link, edition),
        value=lambda expression: say_value(edition.values[expression], edition),
    )
    return write(edition.tracker.documents[path].body, naming)
