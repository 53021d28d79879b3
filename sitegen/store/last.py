"""The last build: what went in and what came out, so that the next one knows when there is nothing to do."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from msgspec import Struct, json

from sitegen.cache import Cache
from sitegen.disk import Known
from sitegen.history.ask import state
from sitegen.problems import Problem
from sitegen.settings import CACHE, Settings
from sitegen.store.fingerprint import of_code, of_inputs
from sitegen.write.listing import Listing, marker, read_listing


class Summary(Struct, frozen=True):
    """What a build reports: how many pages it has, figures in use and claims, and its warnings."""

    pages: int
    figures: int
    claims: int
    warnings: tuple[Problem, ...]


class _Record(Struct, frozen=True):
    """A build as its record keeps it. key: of what went in. site: a hash of the list of its files."""

    key: str
    site: str
    summary: Summary


class LastBuild(Struct, frozen=True):
    """The record of the last build into one folder with one set of options.

    key: of the inputs, the code and the options as they are now, taken before the build reads them. files: what was
    read for it.
    """

    cache: Cache
    name: str
    output: Path
    settings: Settings
    key: str
    files: Known

    @classmethod
    def of(cls, settings: Settings, output: Path) -> LastBuild:
        """The record for these options and this folder; it need not exist yet."""
        name = hashlib.sha256(os.fsencode(output.absolute())).hexdigest()[:16]
        files: Known = {}
        return cls(Cache(settings.project / CACHE), f"last-{name}", output, settings, _key(settings, files), files)

    def unchanged(self) -> Summary | None:
        """What the last build reported, if the same inputs, code and options gave the files that stand there now."""
        stored = self.cache.read(self.name)
        record = None if stored is None else json.decode(stored, type=_Record)
        files = None if record is None or record.key != self.key else read_listing(self.output)
        return None if record is None or files is None or record.site != _digest(files) else record.summary

    def keep(self, files: Listing, summary: Summary) -> None:
        """Remembers a build that has just been written; not if an input changed while it ran."""
        if _key(self.settings, self.files) != self.key:
            return
        record = _Record(self.key, _digest(files), summary)
        self.cache.write(self.name, json.encode(record))  # without it the next build is slower, and no worse


def _key(settings: Settings, files: Known) -> str:
    options = (settings.base_url, str(settings.as_of), settings.drafts, settings.lenient)
    read = (of_inputs(settings.project, files), state(settings.project), of_code(), options)
    return hashlib.sha256(repr(read).encode(errors="surrogatepass")).hexdigest()


def _digest(files: Listing) -> str:
    return hashlib.sha256(marker(files)).hexdigest()
