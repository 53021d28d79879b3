"""The last build: what went in and what came out, so that the next one knows when there is nothing to do."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sitegen.disk import replace_file
from sitegen.problems import Place, Problem
from sitegen.settings import CACHE, Settings
from sitegen.store.fingerprint import of_code, of_inputs

MARKER = ".sitegen"


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

    path: Path
    output: Path
    settings: Settings
    key: str

    @classmethod
    def of(cls, settings: Settings, output: Path) -> LastBuild:
        """The record for these options and this folder; it need not exist yet."""
        name = hashlib.sha256(os.fsencode(output.absolute())).hexdigest()[:16]
        return cls(settings.project / CACHE / f"last-{name}.json", output, settings, _key(settings))

    def unchanged(self) -> Summary | None:
        """What the last build reported, if the same inputs, code and options gave the files that stand there now."""
        try:
            record = json.loads(self.path.read_bytes())
            same = record["key"] == self.key and record["folder"] == self.output.stat().st_ino
            same = same and record["files"] == dict(_files(self.output))
            return _summary(record["summary"]) if same else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, folder: int, outputs: Mapping[str, bytes], summary: Summary) -> None:
        """Remembers a build that has just been written; not if an input changed while it ran.

        folder: the number that the system gave the folder written, which tells it from one that another build wrote.
        """
        if _key(self.settings) != self.key:
            return
        files = {name: len(content) for name, content in outputs.items()}
        record = {"key": self.key, "folder": folder, "files": files, "summary": asdict(summary)}
        replace_file(self.path, json.dumps(record).encode())  # without it the next build is slower, and no worse


def _key(settings: Settings) -> str:
    options = (settings.base_url, str(settings.as_of), settings.drafts, settings.strict)
    return hashlib.sha256(f"{of_inputs(settings.project)} {of_code()} {options!r}".encode()).hexdigest()


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, int]]:
    """The files of a written site by name, with their sizes; raises OSError if its marker is missing."""
    if not below:
        os.stat(folder / MARKER)
    for entry in os.scandir(folder / below):
        name = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder, f"{name}/")
        elif name not in (MARKER, ".gitkeep"):
            yield name, entry.stat(follow_symlinks=False).st_size


def _summary(record: Mapping[str, Any]) -> Summary:
    """A summary as JSON keeps it; raises ValueError, KeyError or TypeError if it is damaged."""
    warnings = [Problem(**{**problem, "place": Place(**problem["place"])}) for problem in record["warnings"]]
    return Summary(record["pages"], record["figures"], record["claims"], tuple(warnings))
