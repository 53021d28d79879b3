"""The main path: load → check → render → audit → write, readable at once.

The stages are imported where they run: a build that finds nothing changed loads none of their libraries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.kind import Kinds
from sitegen.problems import Problem, SitegenError
from sitegen.settings import CACHE, Settings
from sitegen.store import LastBuild, Summary


@dataclass(frozen=True, slots=True)
class Result:
    """A finished site: its outputs by path, and what is to be reported of it."""

    outputs: Mapping[str, bytes]
    summary: Summary


def make(settings: Settings, progress: Callable[[str], None], kinds: Kinds | None = None) -> Result:
    """Everything but writing: the outputs of a project, or SitegenError with all that a stage found.

    kinds: the register; None for the product's own.
    """
    from sitegen.audit import audit
    from sitegen.cache import Cache, Memory
    from sitegen.charts import Tools
    from sitegen.check import check
    from sitegen.kinds import KINDS
    from sitegen.load import load
    from sitegen.pages.units import Forgetful
    from sitegen.render import render
    from sitegen.store.fingerprint import of_code
    from sitegen.store.memory import UnitMemory, unit_key
    from sitegen.theme import Theme

    kinds = KINDS if kinds is None else kinds
    progress("reading")
    cache = Cache(settings.project / CACHE) if settings.cache else None
    with Memory(cache, of_code()) as memory:
        tracker = load(settings.project, kinds, memory, settings.jobs)
        progress("checking")
        as_of, base_url, drafts = settings.as_of, settings.base_url, settings.drafts
        edition = check(tracker, kinds, as_of=as_of, base_url=base_url, drafts=drafts, memory=memory)
    progress("rendering")
    theme = Theme.of(settings.project)
    tools = Tools(theme.fonts, cache, tracker.kinds)
    units = Forgetful() if cache is None else UnitMemory(cache, unit_key(edition, theme))
    rendered = render(edition, theme, tools, settings.jobs, units)
    units.save()
    progress("auditing")
    warnings = _passed((*edition.warnings, *rendered.problems, *audit(rendered)), settings.lenient)
    summary = Summary(len(rendered.pages), rendered.figures, len(edition.verdicts), warnings)
    return Result(rendered.outputs, summary)


def build(settings: Settings, output: Path, progress: Callable[[str], None]) -> Summary:
    """Makes the site and writes it to the output folder; nothing is written if anything is wrong.

    Where the last build of the same inputs, options and code still stands in the folder, there is nothing to do.
    """
    last = LastBuild.of(settings, output) if settings.cache else None
    if last is not None and (summary := last.unchanged()) is not None:
        return summary
    result = make(settings, progress)
    progress("writing")
    from sitegen.store.trim import trim
    from sitegen.write import write

    waiting = "waiting for another build of this folder"
    files = write(result.outputs, output, settings.project, lambda: progress(waiting))
    if last is not None:
        last.keep(files, result.summary)
        trim(settings.project / CACHE)
    return result.summary


def _passed(problems: tuple[Problem, ...], lenient: bool) -> tuple[Problem, ...]:
    """The warnings in order; raises SitegenError if there is an error or, unless warnings may pass, a warning."""
    found = tuple(sorted(set(problems)))
    if any(not lenient or problem.severity == "error" for problem in found):
        raise SitegenError(found)
    return found
