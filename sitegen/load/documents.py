"""Markdown files by their front matter."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.load.files import InputFile
from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape.keys.texts import FrontMatterShape
from sitegen.load.shape.names import id_hint
from sitegen.model.body import Body
from sitegen.model.document import Document
from sitegen.problems import Place

_DATES = ("date", "updated", "checked")
_NAMES = ("authors", "tags")
_UNREAD = Body(expressions=(), links=(), headings=(), problems=(), source="", line=1, grow=tuple)


def document(parsed: Parsed[FrontMatterShape], required: Iterable[str], gather: Gather) -> Document:
    """A Markdown file as a Document whose body is not read yet. required: the keys that its front matter needs."""
    file, shape = parsed.file, parsed.shape
    place = Place(file.path)
    missing = [name for name in required if getattr(shape, name) is None]
    if missing and not parsed.document.value:
        keys = ", ".join(f"{name}: …" for name in missing)
        message = f"a {file.role} begins with front matter, and this one has none"
        gather.add(place, "front-matter", message, f"write a line ---, then {keys}, each on a line, then --- again")
        missing = []
    for name in missing:
        message = f'the front matter of a {file.role} needs "{name}"'
        at = parsed.key(name) if name in (parsed.document.value or {}) else place
        hint = "write it behind the colon" if at is not place else f"add {name}: … between the lines ---"
        gather.add(at, "missing-key", message, hint)
    if file.role in ("company", "ranking", "expansion"):
        _needs_data(file, gather)
    if file.role == "page" and shape.date is not None and (shape.authors or shape.tags or shape.entities):
        message = "this text has the keys of a brief, and briefs stand in content/briefs/"
        hint = f"move it to content/briefs/{file.stem}.md; if it is a page of its own, take date: out"
        gather.add(parsed.key("date"), "unexpected-file", message, hint)
    for name in ("authors", "tags", "entities"):
        gather.once(parsed, getattr(shape, name), name)
    for index, entity in enumerate(shape.entities):
        gather.ref("entity", entity, parsed.at("entities", index))
    if shape.image is not None and shape.image_alt is None:
        gather.add(
            parsed.at("image"), "image-alt", "the image has no text alternative", "add image_alt: 'what it shows'"
        )
    return Document(
        id=file.stem,
        kind=file.role,
        path=file.path,
        title=gather.text(parsed, shape.title, "title"),
        summary=gather.text(parsed, shape.summary, "summary"),
        date=shape.date,
        updated=shape.updated,
        checked=shape.checked,
        authors=tuple(shape.authors),
        tags=tuple(shape.tags),
        entities=tuple(shape.entities),
        draft=shape.draft,
        image=shape.image,
        image_alt=gather.text(parsed, shape.image_alt, "image_alt"),
        body=_UNREAD,
        place=place,
        places={
            **{name: parsed.at(name) for name in _DATES if getattr(shape, name) is not None},
            **{f"{name}/{n}": parsed.at(name, n) for name in _NAMES for n, _ in enumerate(getattr(shape, name))},
        },
    )


def _needs_data(file: InputFile, gather: Gather) -> None:
    known = gather.known.get("plan" if file.role == "expansion" else file.role)
    if known is None or file.stem in known or id_hint(file.stem) is not None:  # reported at the file's name
        return
    if file.role == "ranking":
        missing, hint = f'data/rankings.yaml has no ranking "{file.stem}"', "add it there, or rename this file"
    else:
        folder = "companies" if file.role == "company" else "expansion"
        missing, hint = f"there is no data/{folder}/{file.stem}.yaml for this text", "add it, or rename this file"
    gather.add(Place(file.path), "no-data-file", missing, hint)
