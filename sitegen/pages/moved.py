"""Old addresses: what leads from where a page stood before to where it stands, with copies of the files beside it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from itertools import accumulate, product
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from msgspec import structs

from sitegen.edition import Edition
from sitegen.links import placed
from sitegen.model.basics.former import DOCUMENT, by_thing
from sitegen.pages.context import Context
from sitegen.pages.output import Kept, Output
from sitegen.pages.redirect import redirect
from sitegen.pages.sheet import Sheet
from sitegen.problems import Place, Problem
from sitegen.register.kind import Kind, is_shown
from sitegen.urls import output_path


class Lead(NamedTuple):
    """An old address, where its page stands now, perhaps with a place on it, and where the old one is declared.

    home: the folder in which the files of the page stand now, "" if it has none. ids: the old and the new id of the
    thing, with which the names of these files begin.
    """

    old: str
    new: str
    place: Place
    home: str = ""
    ids: tuple[str, str] = ("", "")

    def file(self, name: str) -> str:
        """What a file beside the page was called."""
        old, new = self.ids
        return old + name.removeprefix(new) if name.startswith(new) else name

    @property
    def name(self) -> str:
        """What its page is remembered by: another goal is another page."""
        return f"{self.old} to {self.new}"

    def make(self, context: Context) -> Sheet:
        """The page at the old address."""
        return redirect(context, self.old, to=self.new, title=context.names[_with_name(self.new, context.names)])


def _with_name(url: str, names: Container[str]) -> str:
    """The address that has a name: this one, that of its page, or of the page in whose folder it stands."""
    page = url.partition("#")[0]
    folders = accumulate(page.split("/")[:-1], lambda folder, name: f"{folder}/{name}")
    return next(found for found in (url, page, *reversed([f"{folder}/" for folder in folders])) if found in names)


def leads(edition: Edition, living: Collection[str]) -> tuple[list[Lead], list[Problem]]:
    """What leads on, by its address; and a problem for each old id or address that cannot lead on.

    living: the URLs of all pages.
    """
    problems = {each.place: each for each in _living_ids(edition)}
    found: dict[str, Lead] = {}
    for lead in (*_of_documents(edition, living), *_of_things(edition, living)):
        if lead.place not in problems and (wrong := _wrong(lead, living, found, edition.base_url)):
            problems[lead.place] = wrong
        found.setdefault(lead.old, lead)
    return [lead for lead in found.values() if lead.place not in problems], [*problems.values()]


def copies(leading: Iterable[Lead], outputs: Iterable[Output | Kept]) -> Iterator[Output | Kept]:
    """The files beside pages that moved, under their old addresses too: a program that reads them goes on reading."""
    folders = [lead for lead in leading if lead.home]
    for file in outputs if folders else ():
        for lead in folders:
            folder, _, name = file.path.rpartition("/")
            if f"/{folder}/" == lead.home and not name.endswith(".html"):
                yield structs.replace(file, path=output_path(lead.old + lead.file(name)), place=lead.place)


def declared(leading: Iterable[Lead], outputs: Iterable[Output | Kept]) -> tuple[Output | Kept, ...]:
    """The outputs, those at old addresses with the place where these are declared."""
    places = {output_path(lead.old): lead.place for lead in leading}
    return tuple(structs.replace(file, place=places[file.path]) if file.path in places else file for file in outputs)


def _living_ids(edition: Edition) -> Iterator[Problem]:
    """Old ids that something of the kind has now."""
    for each in edition.tracker.former:
        if each.old in edition.register.things.get(each.kind, ()):
            message = f'"{each.old}" is the id of another {each.kind}, so it cannot be an old one of "{each.now}"'
            yield Problem(each.place, "repeated-id", message, "take the line out, or give the other one another id")


def _wrong(lead: Lead, living: Collection[str], found: dict[str, Lead], base_url: str) -> Problem | None:
    """What is wrong with an old address: a page stands there, another thing had it, it repeats the site's folder."""
    folder = unquote(urlsplit(base_url).path)
    if len(folder) > 1 and lead.old.startswith(folder):
        message = f'"{lead.old}" begins with the folder of the site, {folder}'
        hint = f"write it from the home page on: /{lead.old.removeprefix(folder)}"
        return Problem(lead.place, "output-clash", message, hint)
    if lead.old in living:
        message = f"there is a page {lead.old} on the site, so nothing can lead on from there"
        return Problem(lead.place, "output-clash", message, "take this out, or give that page another address")
    other = found.get(lead.old)
    if other is not None and other.place != lead.place:
        message = f"{lead.old} leads to {other.new} already, by line {other.place.line} of {other.place.path}"
        return Problem(lead.place, "output-clash", message, "an old address leads to one page: keep one of the two")
    return None


def _of_documents(edition: Edition, living: Collection[str]) -> Iterator[Lead]:
    for each in edition.tracker.former:
        document = edition.tracker.documents.get(each.now) if each.kind == DOCUMENT else None
        if document is not None and is_shown(document, edition.drafts):
            new = placed(document, edition.tracker)
            if new.partition("#")[0] in living:
                yield Lead(each.old, new, each.place)


def _of_things(edition: Edition, living: Collection[str]) -> Iterator[Lead]:
    """What leads on from the old ids of things, and of what they are named after; and from the pages below theirs."""
    former = by_thing(edition.tracker.former)
    if not former:
        return
    for kind, id, thing in edition.register.every:
        new = kind.url(id, thing)
        if kind.home is None or new is None or new.partition("#")[0] not in living:
            continue
        named = _named(kind, id, thing)
        home, own = kind.home(*(part for _, part in named)), former.get((kind.name, id), ())
        old = [(tuple(each.split(".")) if kind.made_of else (each,), place) for each, place in own]
        old += _combined([((part, None), *former.get((of, part), ())) for of, part in named]) if kind.made_of else []
        for ids, place in old:
            was, names = kind.home(*ids), (".".join(ids), id)
            yield Lead(was, new, place, home, names)
            below = (url for url in living if url.startswith(home) and url != home and url.endswith("/"))
            yield from (Lead(was + url.removeprefix(home), url, place, url, names) for url in below)


def _named(kind: Kind, id: str, thing: Any) -> tuple[tuple[str, str], ...]:
    return ((kind.name, id),) if kind.made_of is None else kind.made_of(thing)


def _combined(choices: list[tuple[tuple[str, Place | None], ...]]) -> list[tuple[tuple[str, ...], Place]]:
    """Every choice of one id each of which at least one is old, with the place of the first old one."""
    found = []
    for several in product(*choices):
        place = next((place for _, place in several if place is not None), None)
        if place is not None:
            found.append((tuple(id for id, _ in several), place))
    return found
