"""What the numbers of a page rest on: how many on which kind of source, and how many on the weakest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from sitegen import urls
from sitegen.model.source import MARKS, Mark, mark, weakest
from sitegen.pages.parts import Pointer
from sitegen.pages.words.writer import Writer

Numbers = Iterable[tuple[str, ...]]
"""The sources of each number of a page."""


def primary(writer: Writer, numbers: Numbers) -> Pointer | None:
    """How many numbers rest on which kind of source; None where no number tells its source when it is pressed."""
    counts = _counts(writer, numbers)
    if not counts or not writer.page.noted:
        return None
    kinds = (
        writer.say("frame.primary.kind", kind=writer.say(f"source.kind.{kind}"), count=writer.number(counts[kind]))
        for kind in MARKS
        if counts[kind]
    )
    label = writer.count("frame.primary", counts.total(), kinds=Markup(" · ").join(map(Markup, kinds)))
    return Pointer(label=label, href="#sources" if writer.page.sources else writer.page.link(urls.SOURCES))


def weakly(writer: Writer, numbers: Numbers) -> str:
    """How many numbers rest on a source of the weakest kind, in a sentence; "" for none."""
    counts = _counts(writer, numbers)
    weak = counts[MARKS[-1]]
    return writer.count("frame.weak", counts.total(), weak=writer.number(weak)) if weak else ""


def _counts(writer: Writer, numbers: Numbers) -> Counter[Mark]:
    """How many numbers there are of each mark: of all sources of a number that of the weakest."""
    known = writer.context.tracker.sources
    marks = (weakest(mark(known[source]) for source in sources) for sources in numbers)
    return Counter(mark for mark in marks if mark is not None)
