"""What an author's link leads to: a Markdown file, `[[acme]]`, a file beside the document, the web.

One resolution serves the checks (every bad link before anything is rendered) and the pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from sitegen.model.basics.spelling import slug
from sitegen.model.body import Link
from sitegen.model.document import Document
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem, did_you_mean
from sitegen.reading.schemes import SCHEMES, is_elsewhere, scheme_of
from sitegen.reading.web import AddressError, remote_image, web_address
from sitegen.register.kind import is_shown
from sitegen.register.register import Register
from sitegen.urls import document_url, file_url, ranking_url

_WIKI = re.compile(r"\[\[([^\[\]]+)\]\]")
_BARE = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_ALONE = re.compile(r"(?<!\]\()(?<!\]: )<\Z")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
_FILES = (*_PICTURES, ".pdf", ".csv", ".json", ".txt", ".xlsx", ".docx")


def resolve(link: Link, document: Document, register: Register, drafts: bool) -> str | Problem:
    """Where a link of a document leads: an outside URL as written, or a site-absolute URL, perhaps with `#id`.

    drafts: whether drafts are published. A Problem if the link leads nowhere, to a draft, or uses an unsafe scheme.
    """
    target = re.sub(r"[\x00-\x1f\x7f]", "", link.target).strip()
    wiki = _WIKI.fullmatch(link.target.strip())
    if wiki is not None:
        return _wiki(wiki[1], link, document, register, drafts)
    if is_elsewhere(target):
        if scheme_of(target) in SCHEMES:
            whole = target.replace(" ", "%20")
            return _outside(whole, link) or whole
        return Problem(
            link.place,
            "unsafe-link",
            f'the link "{target}" is not http, https or mailto',
            "write the whole address, beginning with https://",
        )
    path, _, fragment = target.partition("#")
    if not path:
        return _within(document, fragment, register.tracker)
    if path.startswith("/"):
        return target
    return _file(unquote(path), fragment, link, document, register.tracker, drafts)


def is_fixed(target: str) -> bool:
    """Whether a link leads where it says, whatever the tracker holds: to the web, from the root, within its page."""
    target = target.strip()
    return _WIKI.fullmatch(target) is None and (target.startswith(("/", "#")) or scheme_of(target) is not None)


def _outside(target: str, link: Link) -> Problem | None:
    """What is wrong with an address outside the site: an image there, or an address that leads to nobody."""
    if link.image:
        return remote_image(link.place, target)
    if target[:7].lower() == "mailto:":
        if target[7:]:
            return None
        message, hint = f'the address "{target}" leads nowhere', "write mailto:name@example.org"
    else:
        try:
            web_address(target)
        except AddressError as error:
            message, hint = error.message, error.hint
        else:
            return None
    return Problem(link.place, "broken-link", message, hint)


def _own(target: str, link: Link, document: Document, register: Register) -> Problem | None:
    """The Problem of a whole address that leads to a page of this site, with how to link it.

    Only below its home, companies, briefs and the like: other things may stand at the same host.
    """
    if not target.startswith("http"):
        return None
    home, there = (_BARE.sub("", address) for address in (register.tracker.site.base_url, target))
    if not f"{there}/".startswith(home):
        return None
    path, _, fragment = there.removeprefix(home.rstrip("/")).strip("/").partition("#")
    path = path.partition("?")[0].removesuffix("index.html").strip("/")
    if path and path.partition("/")[0] not in register.sections:
        return None
    known = {document_url(each).strip("/"): each.path for each in register.tracker.documents.values()}
    near = f"/{path}/" if path else "/"
    if path in known:
        near = posixpath.relpath(known[path], posixpath.dirname(document.path))
    way = near + (f"#{fragment}" if fragment else "")
    if _is_bare(link, document):
        way = f"[words]({way}) in place of <…>"
    hint = f"write {way}: so it is checked, and right wherever the site moves"
    return Problem(link.place, "own-address", "this whole address is one of this site", hint)


def _is_bare(link: Link, document: Document) -> bool:
    """Whether an address stands between < and >, where only a whole one makes a link."""
    line = document.body.source.split("\n")[link.place.line - document.body.line]
    return _ALONE.search(line[: link.place.column - 1]) is not None


def check_links(documents: Iterable[Document], register: Register, drafts: bool) -> Iterator[Problem]:
    """Every link of some documents that leads nowhere, to a draft, is unsafe, or leads here by a whole address."""
    for document in documents:
        for link in document.body.links:
            answer = resolve(link, document, register, drafts)
            problem = answer if isinstance(answer, Problem) else _own(answer, link, document, register)
            if problem is not None:
                yield problem


def image_url(document: Document, tracker: Tracker) -> str | None:
    """The site-absolute URL of a document's own image, if it names one that is there."""
    if document.image is None:
        return None
    path = _beside(document, document.image)
    return next((file_url(file) for file in tracker.files if file.path == path), None)


def placed(document: Document, tracker: Tracker) -> str:
    """Where a document is read: on its page, or with a ranking that is too short for one."""
    ranking = tracker.rankings.get(document.id) if document.kind == "ranking" else None
    return document_url(document) if ranking is None else ranking_url(ranking)


def _within(document: Document, fragment: str, tracker: Tracker) -> str:
    """The URL of a place in a document, or of the whole."""
    url = placed(document, tracker)
    return f"{url.partition('#')[0]}#{fragment}" if fragment else url


def _beside(document: Document, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))


def _file(path: str, fragment: str, link: Link, document: Document, tracker: Tracker, drafts: bool) -> str | Problem:
    """A link that names a file of the project, relative to the document."""
    whole = _beside(document, path)
    target = tracker.documents.get(whole)
    if target is not None:
        hidden = not is_shown(target, drafts) and not document.draft
        return _to_draft(path, link) if hidden else _within(target, fragment, tracker)
    copied = next((file for file in tracker.files if file.path == whole), None)
    if copied is not None:
        return file_url(copied) + (f"#{fragment}" if fragment else "")
    folder = posixpath.dirname(document.path)
    others = [posixpath.relpath(other, folder) for other in tracker.documents if other != document.path]
    same = [other for other in others if posixpath.basename(other) == posixpath.basename(path)]
    near = f"write {' or '.join(same)}" if same else did_you_mean(path, others) if whole.endswith(".md") else ""
    stem = posixpath.basename(path).removesuffix(".md")
    if not same and path.endswith(".md") and stem in tracker.entities:
        near = f"write [[{stem}]]"
    if whole.endswith(".html") and whole.replace(".html", ".md") in tracker.documents:
        near = f"link the text itself: {path.replace('.html', '.md')}"
    if "\\" in path:
        near = f"write / in the place of \\: {path.replace(chr(92), '/')}"
    if path.casefold().startswith("www."):
        near = f"write the whole address: https://{path}"
    if link.image or path.casefold().endswith(_PICTURES):
        near = near or "put the picture into the folder of this file and write its name"
    return Problem(
        link.place,
        "broken-link",
        f'there is no file "{path}" beside {document.path}',
        near or "the path is relative to this file; for a company write [[its-id]]",
    )


def _wiki(name: str, link: Link, document: Document, register: Register, drafts: bool) -> str | Problem:
    """`[[acme]]` for an entity, `[[brief:id]]`, `[[ranking:id]]` … for the rest; `#id` may follow."""
    name, _, fragment = name.strip().partition("#")
    kind, id = named(name)
    if kind not in register.named:
        hint = did_you_mean(kind, register.named)
        return Problem(link.place, "broken-link", f'"{kind}:" is not a kind of link', hint)
    thing = register.things[kind].get(id)
    url = None if thing is None else register.named[kind].url(id, thing)
    if url is None:
        if name.casefold().endswith(_FILES):
            picture = name.casefold().endswith(_PICTURES)
            message = f'[[…]] leads to a page, and "{name}" is {"a picture" if picture else "a file"}'
            hint = f"write ![what it shows]({name})" if picture else f"write [words]({name})"
            return Problem(link.place, "broken-link", message, hint)
        called = (each.id for each in register.tracker.entities.values() if kind == "entity" and id in each.names)
        known = next(called, None)
        hint = f"write [[{known}]]" if known else _alike(id, register) if " " in id else _nearest(kind, id, register)
        return Problem(link.place, "broken-link", f'nothing on the site is called "{name}"', hint)
    if not is_shown(thing, drafts) and not document.draft:
        return _to_draft(name, link)
    return f"{url.partition('#')[0]}#{fragment}" if fragment else url


def _alike(name: str, register: Register) -> str:
    """The entities whose names are most like one that nothing has."""
    ids = {slug(each): entity.id for entity in register.tracker.entities.values() for each in entity.names}
    near = dict.fromkeys(ids[key] for key in get_close_matches(slug(name), ids, n=4, cutoff=0.6))
    found = sorted((register.tracker.entities[id] for id in near), key=lambda each: each.parent is not None)
    some = [f"[[{each.id}]] ({each.name})" for each in found]
    return f"did you mean {' or '.join(some)}?" if some else "write the id of a company, as in [[acme]]"


def _nearest(kind: str, id: str, register: Register) -> str:
    """How to write what a path such as `companies/acme` or an id of another kind was to name, or the nearest id."""
    stem = id.rpartition("/")[2].removesuffix(".md")
    kinds = [each for each in register.named if stem in register.things[each]]
    if kinds:
        found = kind if kind in kinds else kinds[0]
        return f"write [[{stem}]]" if found == "entity" else f"write [[{found}:{stem}]]"
    return did_you_mean(id, register.things[kind])


def named(name: str) -> tuple[str, str]:
    """The kind and the id that `brief:some-id` names; a name without a kind is an entity's."""
    kind, colon, id = name.partition(":")
    return (kind, id) if colon else ("entity", kind)


def _to_draft(name: str, link: Link) -> Problem:
    return Problem(
        link.place, "link-to-draft", f'"{name}" is a draft and is not published', "publish it, or take the link out"
    )
