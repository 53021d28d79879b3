"""The main path: load → check → render → audit → write, readable at once.

The stages are imported where they run: a build that finds nothing changed loads none of their libraries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from sitegen.problems import Problem, SitegenError
from sitegen.settings import CACHE, Settings
from sitegen.store import LastBuild, Summary

if TYPE_CHECKING:
    from sitegen.disk import Known
    from sitegen.model import Tracker
    from sitegen.observer import Observer
    from sitegen.pages.output import Outputs
    from sitegen.register.kind import Kinds
    from sitegen.store.session import Session


class Result(Struct, frozen=True):
    """A finished site: its outputs by path, what is to be reported of it, and what it was made of."""

    outputs: Outputs
    summary: Summary
    tracker: Tracker


def make(
    settings: Settings,
    progress: Callable[[str], None],
    kinds: Kinds | None = None,
    session: Session | None = None,
    observer: Observer | None = None,
) -> Result:
    """Everything but writing: the outputs of a project, or SitegenError with all that a stage found.

    kinds: the register; None for the product's own. session: what builds of this process remember; the caller
    saves it. observer: it hears what is made.
    """
    progress("reading")
    with _session(settings, progress) if session is None else nullcontext(session) as given:
        from sitegen.kinds import KINDS
        from sitegen.observer import Observer

        return _make(settings, progress, KINDS if kinds is None else kinds, given, observer or Observer())


@contextmanager
def _session(settings: Settings, progress: Callable[[str], None], files: Known | None = None) -> Iterator[Session]:
    """What a single build remembers, saved at its end. files: what was read of the project already."""
    from sitegen.store.session import Session

    session = Session(settings, files)
    try:
        yield session
    finally:
        progress("remembering")
        session.save()


def _make(
    settings: Settings, progress: Callable[[str], None], kinds: Kinds, session: Session, observer: Observer
) -> Result:
    from sitegen.assets import Assets
    from sitegen.audit import audit
    from sitegen.charts.code import own_digest
    from sitegen.charts.draw import Tools
    from sitegen.check import check, early, overdue
    from sitegen.disk import require_readable
    from sitegen.history.ask import state
    from sitegen.history.former import Names
    from sitegen.history.read import history
    from sitegen.history.renamed import renamed
    from sitegen.history.verdicts import Verdicts
    from sitegen.load import Unloaded, load
    from sitegen.overrides import odd_overrides
    from sitegen.pages.record.units import Workers
    from sitegen.processes import Processes
    from sitegen.render import Setup, render
    from sitegen.store.memory import unit_key
    from sitegen.theme import Theme

    require_readable(settings.project)
    theme = Theme.of(settings.project)
    with (
        session.memory as memory,
        Processes(settings.jobs) as processes,
        _together(odd := odd_overrides(settings.project, theme, memory)),
    ):
        now = state(settings.project)
        verdicts = Verdicts(settings.project, kinds, memory, processes, now)
        try:
            tracker = load(settings.project, kinds, memory, processes)
        except Unloaded as error:
            raise SitegenError(
                tuple(sorted({*error.problems, *early(error, kinds, settings.drafts, memory)}))
            ) from error
        names = Names.of(tracker.former)
        past = history(settings.project, tracker.site.changes, memory, names, now)
        tracker = structs.replace(tracker, history=past, renamed=renamed(settings.project, memory, now))
        progress("checking")
        as_of, base_url, drafts = settings.as_of, settings.base_url, settings.drafts
        edition = check(
            tracker, kinds, as_of=as_of, base_url=base_url, drafts=drafts, memory=memory, processes=processes
        )
        if any(problem.severity == "error" for problem in odd):
            raise SitegenError(edition.warnings)
        edition = edition.knowing(*verdicts.turned(tracker.site.changes, names))
        progress("rendering")
        assets = Assets.of(theme, edition)
        units = session.units(unit_key(edition, theme, assets))
        code = memory.remember(memory.key("drawing-code"), own_digest)
        tools = Tools(theme.fonts, session.cache, tracker.kinds, code)
        setup = Setup(
            theme,
            assets,
            session.templates(theme.templates, tracker.site.locale),
            tools,
            Workers(units, processes, observer),
        )
        with _together(edition.warnings):
            rendered = render(edition, setup)
        units.end()
    progress("auditing")
    stale = () if settings.stale is None else overdue(edition.figures, *settings.stale)
    found = (*edition.warnings, *rendered.problems, *audit(rendered), *stale, *odd)
    warnings = _passed(found, settings.lenient)
    summary = Summary(len(rendered.pages), rendered.figures, len(edition.verdicts), warnings)
    return Result(rendered.outputs, summary, tracker)


@contextmanager
def _together(found: tuple[Problem, ...]) -> Iterator[None]:
    """Tells what was found before together with what keeps the site from being made, so that one run tells both."""
    try:
        yield
    except SitegenError as error:
        raise SitegenError(tuple(sorted({*error.problems, *found}))) from error


def build(
    settings: Settings, output: Path, progress: Callable[[str], None], observer: Observer | None = None
) -> Summary:
    """Makes the site and writes it to the output folder; nothing is written if anything is wrong.

    Where the last build of the same inputs, options and code still stands in the folder, there is nothing to do.
    """
    progress("comparing")
    last = LastBuild.of(settings, output) if settings.cache else None
    if last is not None and (summary := last.unchanged()) is not None:
        return summary
    with _session(settings, progress, None if last is None else last.files) as session:
        result = make(settings, progress, session=session, observer=observer)
    progress("writing")
    from sitegen.store.trim import trim
    from sitegen.write import write

    waiting = "waiting for another build of this folder"
    files = write(result.outputs, output, settings.project, lambda: progress(waiting), result.outputs.entries)
    if last is not None:
        last.keep(files, result.summary)
        trim(settings.project / CACHE, {*(entry.digest for entry in files.values()), *session.used})
    return result.summary


def _passed(problems: tuple[Problem, ...], lenient: bool) -> tuple[Problem, ...]:
    """The warnings in order; raises SitegenError if there is an error or, unless warnings may pass, a warning."""
    found = tuple(sorted(set(problems)))
    if any(problem.severity == "error" or (problem.severity == "warning" and not lenient) for problem in found):
        raise SitegenError(found)
    return found
