"""The source of a new value: one that is declared, under whatever spelling of its address, or a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import cast

from msgspec import Struct

from sitegen.editing.scalars import Fields
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import slug
from sitegen.model.source import Source, SourceKind, document
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, undeclared_source
from sitegen.reading.schemes import is_elsewhere
from sitegen.reading.web import web_address


class Declared(Struct, frozen=True):
    """A document that is to be declared: its id and its keys."""

    id: str
    fields: Fields

    @property
    def source(self) -> Source:
        """It as a source of the model."""
        given = cast(Mapping[str, str], self.fields)
        published, seen = (given.get(key) for key in ("published", "seen"))
        return Source(
            id=self.id,
            publisher=given["publisher"],
            title=given.get("title"),
            url=given["url"],
            published=None if published is None else Period.parse(published),
            kind=cast(SourceKind, given["kind"]),
            language=given.get("language"),
            via=None,
            reliability=None,
            note=None,
            accepted={},
            seen=None if seen is None else Period.parse(seen),
            archived=given.get("archived"),
            place=Place("data/sources"),
        )


def known_source(given: str, sources: Mapping[str, Source]) -> Source | None:
    """The source that an id or a web address names; None for an address that no source has.

    Raises ValueError, with a sentence for an editor, for an id that is not declared and for what is neither.
    """
    if given in sources:
        return sources[given]
    if not is_elsewhere(given):
        way = "or give its web address with its --publisher and its --kind"
        raise ValueError(f'no source "{given}": {undeclared_source(given, sources)}, {way}')
    web_address(given)
    return next((source for source in sources.values() if document(source.url) == document(given)), None)


def new_source(url: str, given: Mapping[str, str | None], known: Collection[str]) -> Declared:
    """A source with an id of its publisher and its month, which no other has. given: the keys besides `url`.

    Raises ValueError, with a sentence for an editor, if it was not published on a day, in a month or in a year.
    """
    published = given.get("published")
    if published and Period.parse(published).named not in ("day", "month", "year"):
        raise ValueError(f'"{published}" is not a date: write 2025-03-20, 2025-03 or 2025')
    order = ("publisher", "title", "url", "published", "seen", "archived", "kind", "language", "note")
    fields = {key: value for key in order if (value := {**given, "url": url}.get(key))}
    stem = slug("-".join(filter(None, (fields["publisher"], (fields.get("published") or "")[:7]))))
    stem = stem[:60].strip("-") or "source"
    numbers = ("", *(f"-{n}" for n in range(2, len(known) + 3)))
    return Declared(next(stem + n for n in numbers if stem + n not in known), fields)


def file_for(tracker: Tracker, series: SeriesId) -> str:
    """The file in which a new source of a series is declared: where most of its sources are, else that of its name."""
    used = (tracker.sources[o.source].place.path for o in tracker.series[series].observations)
    usual = Counter(used).most_common(1)
    if usual:
        return usual[0][0]
    some = Counter(source.place.path for source in tracker.sources.values()).most_common(1)
    return some[0][0] if some else tracker.series[series].place.path.replace("data/series/", "data/sources/")
