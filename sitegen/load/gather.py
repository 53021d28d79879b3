"""What the crossing from shapes to the model shares: parsed files, known ids, and the problems found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct, field
from pydantic import BaseModel

from sitegen.load.files import InputFile
from sitegen.load.shape.validate import place_of, runs_of, start_of
from sitegen.model.basics.amount import Amount, Bound, make_amount
from sitegen.model.basics.text import Run, Text, located
from sitegen.model.places import place_hint
from sitegen.model.source import Source
from sitegen.problems import Named, Place, Problem, did_you_mean, undeclared_source
from sitegen.reading.texts import read_text, stray_end
from sitegen.reading.yaml import YamlDocument

S = TypeVar("S", bound=BaseModel)


class Parsed(Struct, Generic[S], frozen=True):
    """A file that was read, as its shape, with the document that knows where everything stands."""

    file: InputFile
    document: YamlDocument
    shape: S

    def at(self, *path: str | int) -> Place:
        """The place of a value."""
        return place_of(self.document, path)

    def start(self, *path: str | int) -> Place:
        """The place of the first character of a text."""
        return start_of(self.document, path)

    def runs(self, *path: str | int) -> tuple[Run, ...]:
        """Where the characters of a text stand, if not in a row."""
        return runs_of(self.document, path)

    def key(self, *path: str | int) -> Place:
        """The place of a key."""
        return self.document.key_at(*path)

    def keys(self, shape: BaseModel, *path: str | int) -> dict[str, Place]:
        """Where each key stands that a shape at a path has, and each item of its lists: `from`, `series/0`."""
        found: dict[str, Place] = {}
        for name in sorted(shape.model_fields_set):
            key = type(shape).model_fields[name].alias or name
            found[key] = self.key(*path, key)
            if isinstance(items := getattr(shape, name), list):
                found |= {f"{key}/{index}": self.at(*path, key, index) for index in range(len(items))}
        return found


NOUNS = {"entity": "company, brand, model, alliance, supplier or market"}
"""What a kind is called where its own name is too general."""
_WHERE = {
    "entity": "data/companies/",
    "company": "data/companies/",
    "metric": "data/metrics.yaml",
    "ranking": "data/rankings.yaml",
    "event": "data/events.yaml",
    "chart": "data/charts/",
    "claim": "data/claims.yaml",
}

_NEVER, _LISTED = "this metric is never negative", "take the minus out, or give the row no value"
_NEGATIVE = "take the minus out; if values below zero exist, write negative: yes at the metric in data/metrics.yaml"
_HINTS = {"source": undeclared_source, "place": place_hint}


class Gather(Struct):
    """Collects problems while values are made.

    known: the ids of each kind; a kind with a file that could not be read is absent, and references to
    it are then not judged, so that one fault is reported once.
    """

    known: Mapping[str, Collection[str]]
    problems: list[Problem] = field(default_factory=list)

    def add(self, place: Place, code: str, message: str, hint: str = "", named: Named | None = None) -> None:
        """Notes a problem."""
        self.problems.append(Problem(place, code, message, hint, named))

    def ref(self, kind: str, id: str, place: Place) -> None:
        """Notes a problem if nothing of the kind has that id."""
        ids = self.known.get(kind)
        if ids is None or id in ids:
            return
        code = f"unknown-{kind}" if kind in ("entity", "metric", "source", "series") else "unknown-id"
        hint = _HINTS.get(kind, did_you_mean)(id, ids)
        if kind in ("entity", "metric") and not hint.startswith("did"):
            hint = f"{hint}; a new one is declared in {_WHERE[kind]}".removeprefix("; ")
        hint = hint or f"see {_WHERE[kind]} for those there are"
        self.add(place, code, f'no {NOUNS.get(kind, kind)} "{id}"', hint, Named(kind, id))

    def series_ref(self, series: tuple[str, str], place: Place) -> None:
        """Notes a problem if no such series is declared, naming the part of it that is wrong."""
        entity, metric = series
        known = self.known.get("series")
        if known is None or f"{entity}.{metric}" in known:
            return
        for kind, id in (("entity", entity), ("metric", metric)):
            ids = self.known.get(kind)
            if ids is not None and id not in ids:
                self.ref(kind, id, place)
                return
        own = [s for s in known if s.startswith(f"{entity}.")]
        metrics = self.known.get("metric")
        misspelt = [s for s in own if metrics is not None and s.partition(".")[2] not in metrics]
        if did_you_mean(f"{entity}.{metric}", misspelt).startswith("did"):
            return  # it is probably that one, whose metric is reported
        hint = did_you_mean(f"{entity}.{metric}", own) or "declare it in data/series/, with or without values"
        named = Named("series", f"{entity}.{metric}")
        self.add(place, "unknown-series", f'no series "{named.word}"', hint, named)

    def once(self, parsed: Parsed[S], items: Iterable[object], *path: str | int) -> None:
        """Notes a problem for each item of the list at a path that stands in it already."""
        seen = set()
        for index, item in enumerate(items):
            if item in seen:
                place = parsed.at(*path, index)
                self.add(place, "repeated-id", "this stands in the list already", "keep one of the two")
            seen.add(item)

    def text(self, parsed: Parsed[S], value: str | None, *path: str | int) -> Text | None:
        """A text of a data file with its expressions, or None."""
        if value is None:
            return None
        text, problems = read_text(value, parsed.start(*path), parsed.runs(*path))
        self.problems += problems or stray_ends(text)
        return text

    def required_text(self, parsed: Parsed[S], value: str, *path: str | int) -> Text:
        """A text that the shape requires."""
        text = self.text(parsed, value, *path)
        assert text is not None  # the shape holds a text
        return text

    def amount(
        self,
        value: Decimal | tuple[Decimal, Decimal] | None,
        bound: Bound,
        within: Decimal | None,
        place: Place,
        *,
        negative: bool,
        whole: bool,
        listed: bool = False,
    ) -> Amount | None:
        """The amount that a value, its bound and its margin make, or None with a problem.

        negative, whole: as of `make_amount`, which are those of the metric. listed: in a table that has no metric.
        """
        if value is None:
            return None
        low, high = value if isinstance(value, tuple) else (None, None)
        single = None if isinstance(value, tuple) else value
        kind: Bound = "range" if single is None and bound == "exact" else bound
        if not negative and min(v for v in (single, low) if v is not None) < 0:
            message, hint = ("a value of a table is never negative", _LISTED) if listed else (_NEVER, _NEGATIVE)
            self.add(place, "negative-value", message, hint)
            return None
        try:
            return make_amount(
                single, low=low, high=high, bound=kind, within=within, negative_allowed=negative, whole=whole
            )
        except ValueError as error:
            self.add(place, "bound-mismatch", str(error))
            return None

    def use(self, use: str | None, reason: str | None, source: Source | None, place: Place) -> tuple[str, str | None]:
        """The use of a row and its reason; an unreliable source starts deprecated."""
        if use in ("preferred", "deprecated") and reason is None:
            self.add(place, "reason-missing", f"use: {use} needs a reason", "add reason: …, one sentence for readers")
        reliability = None if source is None else source.reliability
        if reliability is None:
            return use or "normal", reason
        if use in ("normal", "preferred") and reason is None:
            message = "a value from a source with a reliability is used here without a reason"
            self.add(place, "reason-missing", message, "add reason: why it is trustworthy here")
        return use or "deprecated", reason or _UNRELIABLE[reliability]


def stray_ends(text: Text) -> list[Problem]:
    """The Problems of `}}` that end no expression."""
    found = []
    done = 0
    for part in text.parts:
        if isinstance(part, str):
            start = text.raw.index(part, done)
            done = start + len(part)
            found += [stray_end(located(text.runs, start + m.start(), 2)) for m in re.finditer("}}", part)]
        else:
            done = text.raw.index("}}", text.raw.index(part.source, done) + len(part.source)) + 2
    return found


_UNRELIABLE = {
    "ai": "the page is written by a machine",
    "copy": "the page is a copy of another",
    "user-post": "the page is a user's post",
}
