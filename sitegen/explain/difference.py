"""What a change does: figures and verdicts before and after, and the pages that show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.cache import Memory
from sitegen.check import examine
from sitegen.claims import Verdict, judge
from sitegen.figures import Figures
from sitegen.history.changes import changes, moved, renames
from sitegen.history.trees import held_by, held_now, lay_out
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.model.history import Change
from sitegen.model.tracker import Tracker
from sitegen.pages.changes.lines import figure_name, place, stated
from sitegen.pages.record.uses import Uses
from sitegen.problems import SitegenError
from sitegen.settings import CACHE, Settings
from sitegen.store.memory import unit_key
from sitegen.store.session import Session
from sitegen.theme import Theme
from sitegen.urls import claim_url
from sitegen.uses import published

Shown = tuple[tuple[str, str], ...]
"""The pages that show a figure: what each is called, and its whole URL."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after. name, old, new: in words, as far as today's data know it. shown: pages."""

    change: Change
    name: str
    old: str
    new: str
    page: str | None
    shown: Shown


@dataclass(frozen=True, slots=True)
class Turned:
    """A claim whose verdict is another one; "" where there is no such claim."""

    id: str
    text: str
    before: str
    after: str
    page: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two states. renamed: series as `entity.metric`. unread: files that cannot be read.

    verdicts: None where one of the two has errors, so that its claims cannot be tested. known: whether it is known
    which pages show the figures: a build remembers it.
    """

    figures: tuple[FigureChange, ...]
    renamed: tuple[tuple[str, str], ...]
    verdicts: tuple[Turned, ...] | None
    unread: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class _State:
    """One of the two states, as far as it can be loaded."""

    figures: Figures
    verdicts: Mapping[str, Verdict]


def difference(project: Path, before: str, after: str | None) -> Difference:
    """What changed between two commits, or between a commit and the files as they are now."""
    held, now = held_by(project, before), held_now(project) if after is None else held_by(project, after)
    unread = sorted({*held.unread, *now.unread})
    old, new = held.without(unread), now.without(unread)
    names = tuple(renames(old, new))
    steps = [Change(day="", reason="", **step._asdict()) for step in changes(moved(old, names), new)]
    first, last = _committed(project, before), _working(project) if after is None else _committed(project, after)
    uses = _uses(project) if after is None and last is not None else None
    return Difference(
        tuple(_figure(change, last, uses) for change in steps),
        tuple((".".join(one), ".".join(other)) for one, other in names),
        None if first is None or last is None else tuple(_turned(first, last)),
        tuple(unread),
        uses is not None,
    )


def _figure(change: Change, state: _State | None, uses: tuple[Uses, Mapping[str, str]] | None) -> FigureChange:
    if state is None:
        old, new = ("" if each is None else each.value for each in (change.old, change.new))
        return FigureChange(change, change.address, old, new, None, ())
    figures, base = state.figures, state.figures.tracker.site.base_url.rstrip("/")
    url = place(figures, change)
    found, names = uses or (Uses(), {})
    shown = tuple((names.get(each, each), base + each) for each in found.figures.get(change.address, ()))
    old, new = (stated(figures, change, each).striptags() for each in (change.old, change.new))
    name = figure_name(figures, change).striptags()
    return FigureChange(change, name, old, new, None if url is None else base + url, shown)


def _turned(first: _State, last: _State) -> Iterator[Turned]:
    base = last.figures.tracker.site.base_url.rstrip("/")
    for id in sorted({*first.verdicts, *last.verdicts}):
        one, other = first.verdicts.get(id), last.verdicts.get(id)
        before, after = ("" if each is None else each.word for each in (one, other))
        if before != after:
            text = next(each.claim.text.raw for each in (other, one) if each is not None)
            yield Turned(id, text, before, after, base + claim_url(id) if other is not None else "")


def _committed(project: Path, commit: str) -> _State | None:
    with TemporaryDirectory() as folder:
        lay_out(project, commit, Path(folder))
        return _state(Path(folder), Memory())


def _working(project: Path) -> _State | None:
    return _state(project, Memory())


def _state(project: Path, memory: Memory) -> _State | None:
    """A state whose claims are tested; None if it has errors that stand in the way."""
    try:
        tracker = load(project, KINDS, memory)
    except SitegenError:
        return None
    data: Tracker = replace(published(KINDS, tracker), documents={}, files=())
    verdicts, _ = judge(data)
    return _State(Figures(data), verdicts)


def _uses(project: Path) -> tuple[Uses, Mapping[str, str]] | None:
    """Who shows what, as the last build remembers it, and what the pages are called; None if it does not."""
    if not (project / CACHE).is_dir():
        return None
    session = Session(Settings(project=project))
    with session.memory as memory:
        tracker = load(project, KINDS, memory)
        edition = examine(tracker, KINDS, as_of=None, base_url=None, drafts=False, memory=memory)
    records = [*session.units(unit_key(edition, Theme.of(project))).records()]
    return (Uses.of(records), {record.url: record.heading for record in records}) if records else None
