"""What is known only when all files are read: linked files, pictures, the days of financial years."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote

from msgspec import structs

from sitegen.cache import Memory, digest
from sitegen.disk.pixels import damaged
from sitegen.load.files import InputFile
from sitegen.load.publishable import PICTURES
from sitegen.load.written import Written
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.names import NAME_A_CALENDAR
from sitegen.model.basics.period import FinancialPeriod, When
from sitegen.model.chart import Chart
from sitegen.model.document import Document, File
from sitegen.model.ranking import Ranking
from sitegen.model.series import Series
from sitegen.problems import Place, Problem, did_you_mean


def lost_images(
    documents: Mapping[str, Document], written: Iterable[Written], files: Sequence[InputFile]
) -> Iterator[Problem]:
    """A problem for each image in the front matter of a document that is no file of the project."""
    paths = {file.path for file in files if file.role in ("static", "asset")}
    for each in written:
        document = documents.get(each.file.path)
        if document is None or document.image is None:
            continue
        folder = posixpath.dirname(document.path)
        if posixpath.normpath(posixpath.join(folder, document.image)) not in paths:
            beside = [posixpath.relpath(other, folder) for other in paths]
            hint = (
                did_you_mean(document.image, beside) or "put the image into the folder of this file and write its name"
            )
            if (
                named := next((path for path in beside if path.casefold() == document.image.casefold()), None)
            ) is not None:
                hint = f"write {named}: capitals count"
            message = f'there is no file "{document.image}" beside {document.path}'
            yield Problem(each.parsed.at("image"), "broken-link", message, hint)


def damaged_pictures(files: Iterable[InputFile], memory: Memory) -> Iterator[Problem]:
    """A problem for each picture that begins as one and cannot be shown. memory: of those that were looked at."""
    for file in files:
        kind = PurePosixPath(file.path).suffix.lower().removeprefix(".")
        if file.role in ("static", "asset") and kind in PICTURES:
            key = memory.key("picture", digest([file.content]))
            for what, hint in memory.remember(key, partial(_damaged, file.content)):
                yield Problem(Place(file.path), "file-kind", f"this picture cannot be shown: {what}", hint)


def _damaged(content: bytes) -> tuple[tuple[str, str], ...]:
    found = damaged(content)
    return () if found is None else (found,)


def linked_files(documents: Iterable[Document], files: Iterable[InputFile]) -> Iterator[File]:
    """`content/static/` and the files beside documents that these link."""
    found = [file for file in files if file.role in ("asset", "static")]
    linked = files_used(documents) if any(file.role == "asset" for file in found) else frozenset()
    for file in found:
        if file.role == "static":
            yield File(file.path, file.path.removeprefix("content/static/"), file.content)
        elif file.path in linked:
            yield File(file.path, file.path.removeprefix("content/"), file.content)


def unlinked_files(
    published: Iterable[File], files: Iterable[InputFile], documents: Iterable[Document]
) -> Iterator[Problem]:
    """A problem for each file beside documents that none of them links. published: the files that are."""
    known = {file.path for file in published}
    stray = [file for file in files if file.role == "asset" and file.path not in known]
    if not stray:  # what a thousand documents link need not be looked at
        return
    named = {path.casefold(): (path, place) for each in documents for path, place in _targets(each)}
    for file in stray:
        if (other := named.get(file.path.casefold())) is not None:
            wanted, written = (path.rpartition("/")[2] for path in (file.path, other[0]))
            message = f'the file is called "{wanted}", and capitals count'
            if other[1].length > 0:
                yield Problem(other[1], "broken-link", message, f'write {wanted} in the place of "{written}"')
            continue  # an image of front matter is reported there
        hint = "link it from a Markdown file beside it, or move it to content/static/"
        if file.path.endswith(".txt") and file.content.startswith(b"---"):
            hint = f"if it is a text of the site, name it {file.stem}.md"
        yield Problem(Place(file.path), "unexpected-file", "no document links this file", hint)


def files_used(documents: Iterable[Document]) -> frozenset[str]:
    """The paths of files, in the project, that documents link or show; other documents and addresses are among them."""
    return frozenset(path for document in documents for path, _ in _targets(document))


def _targets(document: Document) -> Iterator[tuple[str, Place]]:
    """The paths that a document names, each with where it does."""
    folder = posixpath.dirname(document.path)
    own = () if document.image is None else ((document.image, Place(document.path, length=0)),)
    for target, place in (*own, *((link.target.strip("[]"), link.place) for link in document.body.links)):
        yield posixpath.normpath(posixpath.join(folder, unquote(target.partition("#")[0]))), place


Printed = tuple[object, str]
"""A thing with a hash of what was read of it; "" where more than that is in it."""


def placed(things: Sequence[Printed], problems: list[Problem]) -> list[Printed]:
    """The things with the financial years of rankings and charts as days; notes those that no calendar knows.

    Where each series has the year on other days, it stays a name.
    """
    series = {thing.id: thing for thing, _ in things if isinstance(thing, Series)}
    found: list[Printed] = []
    for thing, print in things:
        own = _placed(thing, series, problems)
        found.append((thing, print) if own is thing else (own, ""))
    return found


def _placed(thing: object, series: Mapping[SeriesId, Series], problems: list[Problem]) -> object:
    match thing:
        case Ranking(period=FinancialPeriod() as when):
            members = thing.members if thing.of is None else (*thing.members, thing.of)
            return structs.replace(thing, period=_days(when, members, series, thing.at("period"), problems))
        case Chart(first=FinancialPeriod()) | Chart(last=FinancialPeriod()):
            first, last = (
                None if end is None else _days(end, thing.series, series, thing.at(key), problems)
                for key, end in (("from", thing.first), ("to", thing.last))
            )
            return structs.replace(thing, first=first, last=last)
    return thing


def _days(
    when: When, members: Sequence[SeriesId], series: Mapping[SeriesId, Series], place: Place, problems: list[Problem]
) -> When:
    """A period as the days that all of some series mean by it, or as it is where they mean several."""
    known = [series[member] for member in members if member in series]
    if not isinstance(when, FinancialPeriod) or len(known) < len(members):
        return when
    without = sorted(".".join(each.id) for each in known if each.calendar is None)
    if without or not known:
        who = f"of {', '.join(without)} " if without else ""
        message = f"no calendar {who}says when {when} begins"
        hint = f"{NAME_A_CALENDAR}; or name the months: {when.nominal.first:%Y-%m}/{when.nominal.last:%Y-%m}"
        problems.append(Problem(place, "no-calendar", message, hint))
        return when
    calendars = {each.calendar for each in known if each.calendar is not None}
    return when.on(calendars.pop()) if len(calendars) == 1 else when
