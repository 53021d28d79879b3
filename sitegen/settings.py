"""What a build knows besides the project's files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

CACHE = ".sitegen-cache"
"""The folder of a project in which builds remember; it may be deleted at any time."""


class Settings(Struct, frozen=True, kw_only=True):
    """The options of a build. None: what `data/site.yaml` says.

    project: the folder of the project. drafts: whether drafts are shown. lenient: warnings do not fail.
    stale: of a check, the day at which an overdue series is reported, and as what.
    cache: whether builds remember in `.sitegen-cache/` what they made.
    jobs: how many processes may work at once; the result is the same.
    """

    project: Path
    base_url: str | None = None
    as_of: date | None = None
    drafts: bool = False
    lenient: bool = False
    stale: tuple[date, Literal["error", "warn"]] | None = None
    cache: bool = True
    jobs: int = 1
