"""The units of the last build: pages and files with the fingerprints of what they read, below `.sitegen-cache/`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial

from msgspec import structs

from sitegen.assets import Assets
from sitegen.cache import Bundle, Cache
from sitegen.disk import Entry
from sitegen.edition import Edition
from sitegen.packing import pack, unpack
from sitegen.pages.output import Kept, Output
from sitegen.pages.record.record import PageRecord
from sitegen.pages.record.units import LostError, Made, Unit
from sitegen.problems import Place
from sitegen.store.fingerprint import of_code
from sitegen.theme import Theme


class UnitMemory:
    """The units that were made with one key, and the content of their outputs in files beside them.

    What was recalled or kept stays in memory, so that the next build of the process recalls it without reading.

    cache: None to remember units no longer than this object lives. key: of all that holds for every unit: code, theme,
    options, and what of the tracker pages see without asking.
    """

    def __init__(self, cache: Cache | None, key: str) -> None:
        self.key = key
        self._cache, self._bundle = cache, Bundle(cache, f"units-{key}")
        self._first = not self._bundle.keys
        self._held: dict[str, Unit] = {}
        self._new: set[str] = set()
        self._kept: dict[str, None] = {}
        self._ended: dict[str, Unit] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing was remembered when the build began."""
        return self._first

    def recall(self, name: str) -> Unit | None:
        """The unit as it was made last, its files yet to be read; None if there is none."""
        if name not in self._held and (packed := self._bundle.get(name)) is not None:
            self._held[name] = self._unit(packed)
        return self._held.get(name)

    def put(self, made: Made) -> Made:
        """What a unit came to, the contents of its outputs in the cache, so that they leave the memory."""
        if self._cache is None:
            return made
        return structs.replace(made, outputs=tuple(_stored(output, self._cache) for output in made.outputs))

    def keep(self, name: str, unit: Unit) -> None:
        """Remembers a unit for the next build, and for one of another process once `save` is called."""
        self._kept[name] = None
        if unit is not self._held.get(name):
            self._held[name] = unit
            self._new.add(name)

    def records(self) -> Iterator[PageRecord]:
        """What each page recorded when it was made last."""
        made = (self.recall(name) for name in dict.fromkeys((*self._bundle.keys, *self._held)))
        yield from (unit.made.record for unit in made if unit is not None and unit.made.record is not None)

    def end(self) -> None:
        """Ends a build: what was not kept is forgotten."""
        self._ended = self._held = {name: self._held[name] for name in self._kept}
        self._kept, self._first = {}, False

    def save(self) -> None:
        """Writes the units of the last build that ended; without it the next process is slower, and no worse."""
        units, self._ended = self._ended, {}
        if self._cache is None or not units or (units.keys() == self._bundle.keys and not self._new):
            return
        packed = {name: self._pack(unit) if name in self._new else None for name, unit in units.items()}
        if self._bundle.save(packed):
            self._new = set()

    @property
    def used(self) -> tuple[str, ...]:
        """The entries of the cache that it rests on, beside the contents of outputs."""
        return self._bundle.entries

    def _pack(self, unit: Unit) -> bytes:
        made = unit.made
        outputs = [(output.path, tuple(output.entry), output.place) for output in made.outputs]
        return pack((unit.reads, outputs, made.record, made.problems))

    def _unit(self, packed: bytes) -> Unit:
        reads, kept, record, problems = unpack(packed)
        outputs = tuple(_kept(path, Entry(*entry), place, self._cache) for path, entry, place in kept)
        return Unit(Made(outputs, record, problems), reads)


def _stored(output: Output | Kept, cache: Cache) -> Output | Kept:
    """An output whose content stands in the cache, unless it cannot be written."""
    entry = output.entry
    if isinstance(output, Kept) or (cache.read(entry.digest) is None and not cache.write(entry.digest, output.content)):
        return output
    return _kept(output.path, entry, output.place, cache)


def _kept(path: str, entry: Entry, place: Place | None, cache: Cache | None) -> Kept:
    return Kept(path, entry, place, partial(_content, cache, entry.digest))


def _content(cache: Cache | None, digest: str) -> bytes:
    content = None if cache is None else cache.read(digest)
    if content is None:
        raise LostError(digest)
    return content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def unit_key(edition: Edition, theme: Theme, assets: Assets) -> str:
    """What holds for every unit: code, theme, names of assets, and what pages see of the edition without asking."""
    tracker = edition.tracker
    whole = (
        of_code(),
        dict(theme.templates),
        theme.letters,
        tracker.site,
        tracker.entries,
        [file.url for file in tracker.files],
        theme.icon(tracker.files),
        dict(assets.names.public),
        (edition.base_url, edition.as_of, edition.compiled, edition.drafts),
    )
    return _digest(repr(whole).encode(errors="surrogatepass"))
