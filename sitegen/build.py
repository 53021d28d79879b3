"""The main path: load → check → render → audit → write, readable at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.audit import audit
from sitegen.cache import Cache
from sitegen.charts import Studio
from sitegen.check import check
from sitegen.edition import Edition
from sitegen.load import load
from sitegen.problems import Problem, SitegenError
from sitegen.render import render
from sitegen.settings import Settings
from sitegen.theme import Theme
from sitegen.write import write

CACHE = ".sitegen-cache"


@dataclass(frozen=True, slots=True)
class Result:
    """A finished site: its outputs by path, the edition they show, and the warnings met on the way."""

    outputs: Mapping[str, bytes]
    edition: Edition
    warnings: tuple[Problem, ...]
    pages: int


def make(settings: Settings, progress: Callable[[str], None]) -> Result:
    """Everything but writing: the outputs of a project, or SitegenError with all that a stage found."""
    progress("reading")
    tracker = load(settings.project)
    progress("checking")
    edition = check(tracker, as_of=settings.as_of, base_url=settings.base_url, drafts=settings.drafts)
    progress("rendering")
    theme = Theme.of(settings.project)
    studio = Studio(theme.fonts, Cache(settings.project / CACHE) if settings.cache else None, tracker.kinds)
    rendered = render(edition, theme, studio)
    progress("auditing")
    warnings = _passed((*edition.warnings, *rendered.problems, *audit(rendered)), settings.strict)
    return Result(rendered.outputs, edition, warnings, len(rendered.pages))


def build(settings: Settings, output: Path, progress: Callable[[str], None]) -> Result:
    """Makes the site and writes it to the output folder; nothing is written if anything is wrong."""
    result = make(settings, progress)
    progress("writing")
    write(result.outputs, output, settings.project, lambda: progress("waiting for another build of this folder"))
    return result


def _passed(problems: tuple[Problem, ...], strict: bool) -> tuple[Problem, ...]:
    """The warnings in order; raises SitegenError if there is an error, or in strict mode any warning."""
    found = tuple(sorted(set(problems)))
    if any(strict or problem.severity == "error" for problem in found):
        raise SitegenError(found)
    return found
