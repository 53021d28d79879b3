"""What a build is told besides the project's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a build. None: what `data/site.yaml` says.

    project: the folder of the project. drafts: whether drafts are shown. strict: warnings fail.
    cache: whether drawn charts are remembered in `.sitegen-cache/`.
    """

    project: Path
    base_url: str | None = None
    as_of: date | None = None
    drafts: bool = False
    strict: bool = False
    cache: bool = True
