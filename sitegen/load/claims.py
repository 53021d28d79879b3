"""Claims: what sources state, and what our own documents do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.texts import ClaimShape, EditorialClaimShape, FrontMatterShape
from sitegen.model.basics.text import Expression
from sitegen.model.claim import Claim

S = TypeVar("S", bound=BaseModel)
_NEEDS = "write check: and one comparison, or because: and why nothing can test it"


def reported(parsed: Parsed[shapes.ClaimsFile], gather: Gather) -> Iterator[Claim]:
    """The claims of `data/claims.yaml`, each made by a source."""
    for id, shape in parsed.shape.root.items():
        gather.ref("source", shape.by, parsed.at(id, "by"))
        if not shape.check and shape.because is None:
            gather.add(parsed.key(id), "missing-key", "a claim has a check, or says why it has none", _NEEDS)
        if shape.check and shape.because is not None:
            message = "because: says why nothing can test a claim, and this one has a check"
            gather.add(parsed.key(id, "because"), "claim-check", message, "what readers should know stands in note:")
        if shape.alternatives and not shape.check:
            message = "alternatives are other ways to read a check, and this claim has none"
            gather.add(parsed.key(id, "alternatives"), "claim-check", message, "make the first of them the check:")
        yield _claim(parsed, (), id, shape, gather, by=shape.by, because=shape.because)


def editorial(parsed: Parsed[FrontMatterShape], gather: Gather) -> Iterator[Claim]:
    """The claims of a document's front matter, which are our own."""
    for id, shape in parsed.shape.claims.items():
        if not shape.check:
            message = "a claim of our own has a check"
            gather.add(parsed.key("claims", id), "missing-key", message, "write one comparison after check:")
        yield _claim(parsed, ("claims",), id, shape, gather, by=None, because=None)


def _claim(
    parsed: Parsed[S],
    above: tuple[str, ...],
    id: str,
    shape: ClaimShape | EditorialClaimShape,
    gather: Gather,
    by: str | None,
    because: str | None,
) -> Claim:
    path = (*above, id)
    gather.once(parsed, shape.about, *path, "about")
    for index, entity in enumerate(shape.about):
        gather.ref("entity", entity, parsed.at(*path, "about", index))
    return Claim(
        id=id,
        text=gather.required_text(parsed, shape.text, *path, "text"),
        by=by,
        document=parsed.file.path if by is None else None,
        about=tuple(shape.about),
        check=tuple(_lines(parsed, shape.check, (*path, "check"))),
        alternatives=tuple(
            tuple(_lines(parsed, lines, (*path, "alternatives", index)))
            for index, lines in enumerate(shape.alternatives)
        ),
        because=gather.text(parsed, because, *path, "because"),
        mixed=shape.mixed,
        note=gather.text(parsed, shape.note, *path, "note"),
        place=parsed.key(*path),
        mixed_at=parsed.at(*path, "mixed") if shape.mixed else None,
    )


def _lines(parsed: Parsed[S], lines: list[str], path: tuple[str | int, ...]) -> Iterator[Expression]:
    """The comparisons of a reading, each with the place where it begins."""
    for index, line in enumerate(lines):
        source = line.strip()
        start = parsed.start(*path, index)
        yield Expression(source, start.shifted(line.find(source), max(1, len(source))))
