"""The last build: what went in and what came out, so that the next one knows when there is nothing to do."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sitegen.cache import Cache
from sitegen.history.ask import state
from sitegen.problems import Place, Problem
from sitegen.settings import CACHE, Settings
from sitegen.store.fingerprint import of_code, of_inputs
from sitegen.write.listing import Listing, marker, read_listing


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build reports: how many pages it has, figures in use and claims, and its warnings."""

    pages: int
    figures: int
    claims: int
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The record of the last build into one folder with one set of options.

    key: of the inputs, the code and the options as they are now, taken before the build reads them.
    """

    cache: Cache
    name: str
    output: Path
    settings: Settings
    key: str

    @classmethod
    def of(cls, settings: Settings, output: Path) -> LastBuild:
        """The record for these options and this folder; it need not exist yet."""
        name = hashlib.sha256(os.fsencode(output.absolute())).hexdigest()[:16]
        return cls(Cache(settings.project / CACHE), f"last-{name}", output, settings, _key(settings))

    def unchanged(self) -> Summary | None:
        """What the last build reported, if the same inputs, code and options gave the files that stand there now."""
        stored = self.cache.read(self.name)
        record = {} if stored is None else json.loads(stored)
        files = read_listing(self.output) if record.get("key") == self.key else None
        same = files is not None and record["site"] == _digest(files)
        return _summary(record["summary"]) if same else None

    def keep(self, files: Listing, summary: Summary) -> None:
        """Remembers a build that has just been written; not if an input changed while it ran."""
        if _key(self.settings) != self.key:
            return
        record = {"key": self.key, "site": _digest(files), "summary": asdict(summary)}
        self.cache.write(self.name, json.dumps(record).encode())  # without it the next build is slower, and no worse


def _key(settings: Settings) -> str:
    options = (settings.base_url, str(settings.as_of), settings.drafts, settings.lenient)
    read = (of_inputs(settings.project), state(settings.project), of_code(), options)
    return hashlib.sha256(repr(read).encode(errors="surrogatepass")).hexdigest()


def _digest(files: Listing) -> str:
    return hashlib.sha256(marker(files)).hexdigest()


def _summary(record: Mapping[str, Any]) -> Summary:
    """A summary as JSON keeps it."""
    warnings = [Problem(**{**problem, "place": Place(*problem["place"])}) for problem in record["warnings"]]
    return Summary(record["pages"], record["figures"], record["claims"], tuple(warnings))
