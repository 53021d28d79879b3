"""Audit: what only the finished site can show. Outputs and recorded links → problems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set

from sitegen.pages.output import Kept, Output, Rendered
from sitegen.pages.record.ids import ids_in
from sitegen.pages.record.record import PageRecord, Reference
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.theme import FOLDER
from sitegen.urls import output_path
from sitegen.write.listing import KEEP, MARKER

RESERVED = (MARKER, KEEP)
_COUNTED = re.compile(r"source-\d+")  # ids that a page numbers itself: no author means one


def audit(rendered: Rendered) -> list[Problem]:
    """Links and anchors that lead nowhere, outputs with one URL, ids that stand twice on a page."""
    outputs = rendered.outputs
    ids = {page.url: _ids_of(page, outputs) for page in rendered.pages}
    clashes = list(_clashes(rendered))
    unsure = {file.path for clash in clashes for file in clash}
    found = (*_links(rendered, ids), *_repeated(rendered, ids))
    return sorted({*(_clash(*clash) for clash in clashes), *(problem for problem, path in found if path not in unsure)})


def _ids_of(page: PageRecord, outputs: Mapping[str, bytes]) -> tuple[str, ...]:
    return ids_in(outputs.get(output_path(page.url), b"").decode()) if page.ids is None else page.ids


def _links(rendered: Rendered, ids: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Problem, str]]:
    """References that lead nowhere, each with the path to which it leads."""
    outputs = {*rendered.outputs, *rendered.renamed}
    anchors = {url: frozenset(found) for url, found in ids.items()}
    known = {page.url: page for page in rendered.pages}
    places = _places(rendered)
    asked = {target for page in rendered.pages for target in page.targets}
    wrong = set(_astray(asked, outputs, anchors))
    if not wrong:
        return
    told: set[Place] = set()
    for page in rendered.pages:
        for reference in () if wrong.isdisjoint(page.targets) else page.details.value.references:
            place = reference.place or _place(page, places)
            if reference.target not in wrong or place in told:
                continue
            if place.path.startswith(FOLDER):  # a template writes it on many pages, and is reported with the first one
                told.add(place)
            if (path := output_path(reference.url)) not in outputs:
                yield _broken(reference, place, anchors), path
            else:
                named = (name for name in known[reference.url].details.value.anchors if not _COUNTED.fullmatch(name))
                hint = did_you_mean(reference.fragment, named)
                message = f'the page {reference.url} has no place called "#{reference.fragment}"'
                yield Problem(place, "broken-anchor", message, hint), path


def _astray(asked: Set[str], outputs: Set[str], anchors: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The targets that lead to no file of the site or, if that is a page, to no id on it."""
    there: dict[str, bool] = {}
    for target in asked:
        url, _, fragment = target.partition("#")
        if url not in there:
            there[url] = output_path(url) in outputs
        if not there[url] or (fragment and fragment not in anchors.get(url, (fragment,))):
            yield target


def _broken(reference: Reference, place: Place, pages: dict[str, frozenset[str]]) -> Problem:
    message, hint = f"there is no page {reference.url} on the site", did_you_mean(reference.url, pages)
    if place.path.startswith(FOLDER):
        steps = reference.url.strip("/").split("/")
        below = (f"/{'/'.join(steps[number:])}/" for number in range(1, len(steps)))
        if not reference.url.endswith("/") and "." in steps[-1]:
            message = f"there is no file {reference.url} on the site"
            hint = f"put it into {FOLDER}assets/ and write {{{{ layout.home }}}}assets/{steps[-1]}"
        elif (page := next((url for url in below if url in pages), None)) is not None:
            hint = f"write {{{{ layout.home }}}}{page[1:]}: a link is read from the page on which it stands"
    return Problem(place, "broken-link", message, hint)


def _place(page: PageRecord, places: Mapping[str, Place]) -> Place:
    """Where something that no author wrote is reported: at the page's document, else at the page itself."""
    path = output_path(page.url)
    return places.get(path, Place(path))


def _places(rendered: Rendered) -> Mapping[str, Place]:
    return {file.path: file.place for file in rendered.files if file.place is not None}


def _clashes(rendered: Rendered) -> Iterator[tuple[Output | Kept, Output | Kept]]:
    """Outputs of one path, of paths that differ in the case of letters only, or of a file that is also a folder; the
    same one twice where its name is taken."""
    first: dict[str, Output | Kept] = {}
    folders: dict[str, Output | Kept] = {}
    for file in rendered.files:
        folder = file.path.casefold().rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = file
            folder = folder.rpartition("/")[0]
    for file in rendered.files:
        key = file.path.casefold()
        other = folders.get(key, first.get(key, file if key in RESERVED else None))
        if other is not None:
            yield file, other
        first.setdefault(key, file)


def _clash(file: Output | Kept, other: Output | Kept) -> Problem:
    place = file.place or other.place or Place(file.path)
    rival = other if place is file.place else file
    if rival.place is None or rival.place.path == place.path:
        what, hint = f"the site's own /{rival.path}", "give this another name"
    else:
        what, hint = rival.place.path, "rename one of the two"
    return Problem(place, "output-clash", f"this would be published as /{file.path}, and so would {what}", hint)


def _repeated(rendered: Rendered, ids: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Problem, str]]:
    """Ids that stand twice: those that somebody named, else the first that a template doubles; each with the path of
    its page."""
    places = _places(rendered)
    for page in rendered.pages:
        if len(ids[page.url]) == len(set(ids[page.url])):
            continue
        twice = [name for name, count in Counter(ids[page.url]).items() if count > 1]
        details = page.details.value
        for name in [name for name in twice if name in details.anchors] or twice[:1]:
            own = dict(details.written).get(name)
            message = f'the page {page.url} has more than one place called "{name}"'
            hint = "give each its own id, and show a chart or ranking once on a page"
            yield Problem(own or _place(page, places), "repeated-anchor", message, hint), output_path(page.url)
