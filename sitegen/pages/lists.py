"""Lists that pages ask for by name: each is a function of the edition, and a page that reads one depends on its answer
alone, not on all that was looked at to make it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar, cast

from sitegen.check.aged import changed
from sitegen.check.pairs import nothing
from sitegen.edition import Edition
from sitegen.history.news import News, news
from sitegen.links import resolve
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period, When
from sitegen.model.basics.spelling import sort_key
from sitegen.model.body import Link
from sitegen.model.document import Document
from sitegen.model.entity import Entity
from sitegen.model.history import Change, History, Turned
from sitegen.model.ranking import Ranking
from sitegen.model.site import Pair
from sitegen.pages.words.headings import ends, given_ids, headings, parts
from sitegen.pages.words.names import link_name
from sitegen.pages.words.show import plain
from sitegen.problems import Place, Problem
from sitegen.register.kind import is_shown
from sitegen.urls import file_url, ranking_url

Listed = TypeVar("Listed")


class Section(NamedTuple):
    """The index of a kind: its label and URL, whether it stands in the foot instead of the masthead, and words that
    readers look for it by."""

    label: str
    url: str
    foot: bool
    words: str


class Sibling(NamedTuple):
    """A ranking among those of its family: its id, its period and its URL."""

    id: str
    period: When
    url: str


def published(edition: Edition, kind: str) -> tuple[Document, ...]:
    """The documents of a kind that are shown: drafts only if the edition shows drafts."""
    return edition.published.get(kind, ())


def document(edition: Edition, about: str) -> tuple[Document, ...]:
    """The document of a kind and an id, `brief some-id`, if it is shown."""
    kind, _, id = about.partition(" ")
    found = edition.shown.get((kind, id))
    return () if found is None else (found,)


def briefs(edition: Edition, _: str = "") -> tuple[Document, ...]:
    """The briefs, newest first."""
    return edition.briefs


def briefs_of(edition: Edition, entity: str) -> tuple[Document, ...]:
    """The briefs that are no drafts and about an entity, or about what has its place on the entity's page."""
    return edition.briefs_of.get(entity, ())


def rankings(edition: Edition, _: str = "") -> tuple[Ranking, ...]:
    """The rankings, the latest period first; of one period our own before those that others published."""
    found = edition.tracker.rankings.values()
    return tuple(sorted(found, key=lambda r: (r.period.last, r.table is None), reverse=True))


def periods(edition: Edition, ranking: str) -> tuple[Sibling, ...]:
    """The rankings of the family of a ranking, the latest period first; none where it stands alone."""
    family = edition.tracker.rankings[ranking].family
    named = None if family is None else plain(family, edition)
    found = (r for r in rankings(edition) if r.family is not None and plain(r.family, edition) == named)
    kin = tuple(Sibling(r.id, r.period, ranking_url(r)) for r in found)
    return kin if len(kin) > 1 else ()


def pages(edition: Edition, _: str = "") -> tuple[Entity, ...]:
    """The entities that have a page of their own, by name."""
    own = (entity for entity in edition.tracker.entities.values() if entity.page == entity.id)
    return tuple(sorted(own, key=lambda e: (sort_key(e.name), e.id)))


def sections(edition: Edition, _: str = "") -> tuple[Section, ...]:
    """The indexes of which the tracker has something, in the order of the site."""
    register, say = edition.register, edition.tracker.site.locale.say
    return tuple(
        Section(
            say(kind.section[0]),
            kind.section[1],
            kind.foot,
            say(f"search.words.{kind.section[0].removeprefix('section.')}"),
        )
        for kind in register.kinds
        if kind.section is not None
        and (kind.always or any(is_shown(thing, edition.drafts) for thing in register.things[kind.name].values()))
    )


def link(edition: Edition, about: str) -> tuple[str, str]:
    """Where a link of a document leads, and what a `[[…]]` link prints, else ""; about: the path and the target."""
    path, _, target = about.partition(" ")
    link = Link(target=target, image=False, place=Place(path))
    url = resolve(link, edition.tracker.documents[path], edition.register, edition.drafts)
    if isinstance(url, Problem):
        raise ValueError(f"checked before: {url.message}")
    return url, link_name(link, edition) if target.strip().startswith("[[") else ""


def pairs(edition: Edition, entity: str) -> tuple[Pair, ...]:
    """The pairs that an entity is one of and that have something to compare; every such pair for ""."""
    tracker, briefs = edition.tracker, published(edition, "brief")
    asked = (pair for pair in tracker.site.compare if entity in ("", pair.one, pair.other))
    return tuple(pair for pair in asked if not nothing(pair, tracker, edition.recall, briefs))


def reached(edition: Edition, _: str = "") -> Period | None:
    """How far the data reach."""
    return edition.reached


def metrics(edition: Edition, _: str = "") -> tuple[str, ...]:
    """The metrics in the order of their file."""
    return tuple(sorted(edition.tracker.metrics, key=lambda id: edition.tracker.metrics[id].place))


def regions(edition: Edition, _: str = "") -> tuple[str, ...]:
    """The places in which the series count, by their ids."""
    return tuple(sorted({series.region for series in edition.tracker.series.values()}))


def series_of(edition: Edition, entity: str) -> tuple[SeriesId, ...]:
    """The series of an entity."""
    return edition.series_of.get(entity, ())


def series_from(edition: Edition, source: str) -> tuple[SeriesId, ...]:
    """The series in which a source gives a value."""
    return edition.series_from.get(source, ())


def citing(edition: Edition, claim: str) -> tuple[Document, ...]:
    """The documents that show the verdict on a claim or link to its page, but for the one that makes it."""
    return edition.citing.get(claim, ())


def history(edition: Edition, _: str = "") -> History:
    """What changed in the data, as git has it."""
    return edition.tracker.history


def newest(edition: Edition, _: str = "") -> tuple[News, ...]:
    """The changes that are news."""
    return news(edition.tracker.history)


def turned_of(edition: Edition, claim: str) -> tuple[Turned, ...]:
    """How the verdict on a claim turned."""
    return tuple(each for each in edition.tracker.history.turned if each.claim == claim)


def changes_of(edition: Edition, series: str) -> tuple[Change, ...]:
    """The changes of values of a series that stood there before; what was added replaced nothing."""
    return edition.changes_of.get(series, ())


def aged(edition: Edition, path: str) -> tuple[Change, ...]:
    """What changed of the figures of a document since it was checked."""
    return changed(edition.tracker, edition.tracker.documents[path], edition.values, edition.verdicts)


def picture(edition: Edition, url: str) -> bytes | None:
    """What is in a picture that the project brings, by its URL: only a page that is made looks how large it is."""
    return next((file.content for file in edition.tracker.files if file_url(file) == url), None)


LISTS: Mapping[str, Callable[[Edition, str], object]] = {
    make.__name__: make
    for make in (
        published,
        document,
        briefs,
        briefs_of,
        rankings,
        periods,
        pages,
        sections,
        link,
        pairs,
        reached,
        metrics,
        regions,
        series_of,
        series_from,
        citing,
        history,
        newest,
        changes_of,
        turned_of,
        aged,
        headings,
        parts,
        ends,
        given_ids,
        picture,
    )
}
"""Every list by its name; the second argument says what it is about."""


class Lists:
    """The lists of one edition. Those that many pages ask for are made once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._made: dict[tuple[object, str], object] = {}

    def of(self, make: Callable[[Edition, str], Listed], about: str = "") -> Listed:
        """A list, and what it is about."""
        if make in (link, document):  # of which each page has its own
            return make(self._edition, about)
        if (make, about) not in self._made:
            self._made[make, about] = make(self._edition, about)
        return cast(Listed, self._made[make, about])
