"""A project in a git repository that a test writes commit by commit: same days, same ids, on every machine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sitegen.build import make
from sitegen.pages.output import Outputs
from sitegen.settings import Settings

ENV = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}
FILES = {
    "data/site.yaml": "name: Trams\ntagline: Trips of trams\nbase_url: https://example.org/trams/\n",
    "data/metrics.yaml": "trips: {label: Trips, in_text: trips, unit: trip, kind: flow}\n",
    "data/units.yaml": "trip: {one: trip, other: trips}\n",
    "data/companies/red.yaml": "name: Red Line\n",
    "data/companies/crimson.yaml": "name: Crimson Line\n",
    "data/sources/all.yaml": "".join(
        f"{id}: {{publisher: {name}, url: 'https://example.org/{id}', kind: {kind}}}\n"
        for id, name, kind in (
            ("gazette", "The Gazette", "press"),
            ("herald", "The Herald", "press"),
            ("report-1", "Red Line", "company"),
            ("report-2", "Red Line", "company"),
        )
    ),
}


class Repository:
    """A repository in a folder, with the files of a small project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        for path, text in FILES.items():
            self.write(path, text)

    def git(self, *words: str, day: str = "2026-01-01") -> str:
        """What git prints; the day is both the author's and the committer's, at noon in Shanghai."""
        moment = f"{day}T12:00:00+0800"
        env = {**os.environ, **ENV, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        return subprocess.run(
            ["git", *words], cwd=self.folder, env=env, check=True, capture_output=True, text=True
        ).stdout.strip()

    def write(self, path: str, text: str) -> None:
        """Writes a file of the project."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def commit(self, day: str, reason: str) -> str:
        """Commits all that there is; the id of the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", reason, day=day)
        return self.git("rev-parse", "HEAD")

    def values(self, day: str, reason: str, *rows: str, series: str = "red.trips", file: str = "red") -> str:
        """Commits a file of one series with these rows."""
        self.write(f"data/series/{file}.yaml", series_text(rows, series))
        return self.commit(day, reason)

    def outputs(self, *, cache: bool = False) -> Outputs:
        """The site as it is built now."""
        return make(Settings(project=self.folder, lenient=True, cache=cache), lambda stage: None).outputs


def series_text(rows: Sequence[str], series: str = "red.trips") -> str:
    """A file of one series. rows: as in `2025-01: {value: 1, source: gazette}`."""
    head = f"{series}:\n  definition: Trips that were made\n  region: world\n  cadence: month\n"
    return head + ("  values:\n" + "".join(f"    {row}\n" for row in rows) if rows else "")
