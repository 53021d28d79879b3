"""The units of the last build: pages and files with the fingerprints of what they read, below `.sitegen-cache/`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from sitegen.cache import Cache
from sitegen.edition import Edition
from sitegen.pages.output import Output
from sitegen.pages.page import PageRecord, Reference
from sitegen.pages.units import Made, Unit
from sitegen.problems import Place, Problem
from sitegen.store.fingerprint import of_code
from sitegen.theme import Theme


class UnitMemory:
    """The units that were made with one key, in one file, and the content of their outputs in files beside it.

    key: of all that holds for every unit: code, theme, options, and what of the tracker pages see without asking.
    """

    def __init__(self, cache: Cache, key: str) -> None:
        self._cache, self._name = cache, f"units-{key}"
        self._old = _units(cache.read(self._name))
        self._recalled: dict[str, Unit] = {}
        self._new: dict[str, dict[str, Any]] = {}
        self._contents: dict[str, bytes] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing is remembered."""
        return not self._old

    def recall(self, name: str) -> Unit | None:
        """The unit as it was made last; None if there is none, or if one of its files is missing or damaged."""
        try:
            self._recalled[name] = self._unit(self._old[name])
        except KeyError:
            return None
        return self._recalled[name]

    def keep(self, name: str, unit: Unit) -> None:
        """Remembers a unit for the next build, once `save` is called."""
        if unit is self._recalled.get(name):
            self._new[name] = self._old[name]
        else:
            digests = [_digest(output.content) for output in unit.made.outputs]
            self._new[name] = _packed(unit, digests)
            self._contents.update(zip(digests, (output.content for output in unit.made.outputs), strict=True))

    def save(self) -> None:
        """Writes what was kept; without it the next build is slower, and no worse."""
        if self._new == self._old:
            return
        for digest, content in self._contents.items():
            if self._cache.read(digest) is None and not self._cache.write(digest, content):
                return
        self._cache.write(self._name, json.dumps(self._new, ensure_ascii=False).encode(errors="surrogatepass"))

    def _unit(self, packed: dict[str, Any]) -> Unit:
        outputs = tuple(
            Output(path, self._content(digest), None if place is None else Place(*place))
            for path, digest, place in packed["outputs"]
        )
        problems = tuple(Problem(Place(*place), *rest) for place, *rest in packed["problems"])
        return Unit(Made(outputs, _record(packed["record"]), problems), packed["reads"])

    def _content(self, digest: str) -> bytes:
        content = self._cache.read(digest)
        if content is None:
            raise KeyError(digest)
        return content


def _units(stored: bytes | None) -> dict[str, Any]:
    return {} if stored is None else dict(json.loads(stored.decode(errors="surrogatepass")))


def _packed(unit: Unit, digests: Sequence[str]) -> dict[str, Any]:
    """A unit as JSON keeps it. digests: of the contents of its outputs, in order."""
    made = unit.made
    outputs = zip(made.outputs, digests, strict=True)
    return {
        "reads": dict(unit.reads),
        "outputs": [[output.path, digest, output.place and astuple(output.place)] for output, digest in outputs],
        "record": made.record and astuple(made.record),
        "problems": [astuple(problem) for problem in made.problems],
    }


def _record(packed: list[Any] | None) -> PageRecord | None:
    if packed is None:
        return None
    url, heading, indexed, modified, references, anchors, shown, sources, written = packed
    links = tuple(Reference(to, part, None if place is None else Place(*place)) for to, part, place in references)
    places = tuple((id, Place(*place)) for id, place in written)
    return PageRecord(url, heading, indexed, modified, links, tuple(anchors), tuple(shown), tuple(sources), places)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def unit_key(edition: Edition, theme: Theme) -> str:
    """All that holds for every unit: code, templates, and what pages see of the edition without asking for it."""
    tracker = edition.tracker
    whole = (
        of_code(),
        dict(theme.templates),
        tracker.site,
        tracker.entries,
        [file.url for file in tracker.files],
        (edition.base_url, edition.as_of, edition.drafts),
    )
    return _digest(repr(whole).encode(errors="surrogatepass"))
