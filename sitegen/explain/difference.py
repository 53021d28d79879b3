"""What a change does: figures and verdicts before and after, and the pages that show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from sitegen.assets import Assets
from sitegen.cache import Memory
from sitegen.check import examine
from sitegen.edition import Edition
from sitegen.explain.affected import Affected, affected
from sitegen.history.changes import changes, moved, renames
from sitegen.history.trees import held_by, held_now, lay_out
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.model.history import Change
from sitegen.pages.changes.lines import figure_name, place, stated
from sitegen.pages.record.uses import Uses
from sitegen.problems import SitegenError
from sitegen.settings import CACHE, Settings
from sitegen.store.memory import unit_key
from sitegen.store.session import Session
from sitegen.theme import Theme
from sitegen.urls import claim_url, whole

Shown = tuple[tuple[str, str], ...]
"""The pages that show a figure: what each is called, and its whole URL."""


class FigureChange(Struct, frozen=True):
    """A figure before and after. name, old, new: in words, as far as today's data know it. shown: pages."""

    change: Change
    name: str
    old: str
    new: str
    page: str | None
    shown: Shown


class Turned(Struct, frozen=True):
    """A claim whose verdict is another one; "" where there is no such claim."""

    id: str
    text: str
    before: str
    after: str
    page: str


class Difference(Struct, frozen=True):
    """What changed between two states. renamed: series as `entity.metric`. unread: files that cannot be read.

    affected: what the figures change; None where one of the two states has errors. verdicts: None there as well, for
    its claims cannot be tested. known: whether it is known which pages show the figures: a build remembers it.
    """

    figures: tuple[FigureChange, ...]
    affected: Affected | None
    renamed: tuple[tuple[str, str], ...]
    verdicts: tuple[Turned, ...] | None
    unread: tuple[str, ...]
    known: bool


def difference(project: Path, before: str, after: str | None) -> Difference:
    """What changed between two commits, or between a commit and the files as they are now."""
    held, now = held_by(project, before), held_now(project) if after is None else held_by(project, after)
    unread = sorted({*held.unread, *now.unread})
    old, new = held.without(unread), now.without(unread)
    names = tuple(renames(old, new))
    steps = [Change(day="", reason="", **step._asdict()) for step in changes(moved(old, names), new)]
    first, session = _committed(project, before), None
    if after is None:
        session = Session(Settings(project=project, cache=(project / CACHE).is_dir()))
        with session.memory as memory:
            last = _edition(project, memory)
    else:
        last = _committed(project, after)
    uses = None if session is None or last is None else _uses(project, session, last)
    return Difference(
        tuple(_figure(change, last, uses) for change in steps),
        None if first is None or last is None else affected(first.figures.tracker, last) if steps else Affected(),
        tuple((".".join(one), ".".join(other)) for one, other in names),
        None if first is None or last is None else tuple(_turned(first, last)),
        tuple(unread),
        uses is not None,
    )


def _figure(change: Change, state: Edition | None, uses: tuple[Uses, Mapping[str, str]] | None) -> FigureChange:
    if state is None:
        old, new = ("" if each is None else each.value for each in (change.old, change.new))
        return FigureChange(change, change.address, old, new, None, ())
    figures, base = state.figures, state.base_url
    url = place(figures, change)
    found, names = uses or (Uses(), {})
    shown = tuple((names.get(each, each), whole(base, each)) for each in found.showing(change.address))
    old, new = (stated(figures, change, each).striptags() for each in (change.old, change.new))
    name = figure_name(figures, change).striptags()
    return FigureChange(change, name, old, new, None if url is None else whole(base, url), shown)


def _turned(first: Edition, last: Edition) -> Iterator[Turned]:
    base = last.base_url
    for id in sorted({*first.verdicts, *last.verdicts}):
        one, other = first.verdicts.get(id), last.verdicts.get(id)
        before, after = ("" if each is None else each.word for each in (one, other))
        if before != after:
            text = next(each.claim.text.raw for each in (other, one) if each is not None)
            yield Turned(id, text, before, after, whole(base, claim_url(id)) if other is not None else "")


def _committed(project: Path, commit: str) -> Edition | None:
    with TemporaryDirectory() as folder:
        lay_out(project, commit, Path(folder))
        return _edition(Path(folder), Memory())


def _edition(project: Path, memory: Memory) -> Edition | None:
    """A state with its figures, texts and claims; None if it has errors that stand in the way of reading it."""
    try:
        tracker = load(project, KINDS, memory)
    except SitegenError:
        return None
    return examine(tracker, KINDS, as_of=None, base_url=None, drafts=False, memory=memory)


def _uses(project: Path, session: Session, edition: Edition) -> tuple[Uses, Mapping[str, str]] | None:
    """Who shows what, as the last build remembers it, and what the pages are called; None if it does not."""
    theme = Theme.of(project)
    key = unit_key(edition, theme, Assets.of(theme, edition))
    records = [*session.units(key).records()]
    return (Uses.of(records), {record.url: record.heading for record in records}) if records else None
