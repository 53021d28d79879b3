"""Markdown files with their front matter, and the files that they link."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import cast

from sitegen.load import shapes
from sitegen.load.fields import id_hint
from sitegen.load.files import InputFile
from sitegen.load.gather import Gather, Parsed
from sitegen.load.validate import validate
from sitegen.model.body import Body
from sitegen.model.document import Document, DocumentKind, File
from sitegen.model.uses import files_used
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.reading.frontmatter import FrontMatter, split_front_matter
from sitegen.reading.yaml import YamlDocument, read_yaml

_REQUIRED = {"brief": ("title", "summary", "date"), "page": ("title",)}


def read_front(file: InputFile) -> tuple[Parsed[shapes.FrontMatterShape] | None, FrontMatter, list[Problem]]:
    """The front matter of a Markdown file as its shape, and the body that follows it."""
    front, problems = split_front_matter(file.path, file.text())
    if problems:
        return None, front, problems
    document, problems = read_yaml(file.path, front.yaml, first_line=front.yaml_line)
    if document is None:
        return None, front, problems
    if document.value is None:
        document = YamlDocument(file.path, {}, document.places, document.keys, document.starts, document.runs)
    shape, problems = validate(shapes.FrontMatterShape, document)
    return (None if shape is None else Parsed(file, document, shape)), front, problems


def document(parsed: Parsed[shapes.FrontMatterShape], body: Body, gather: Gather) -> Document:
    """A Markdown file with its body as a Document."""
    file, shape = parsed.file, parsed.shape
    place = Place(file.path)
    for name in _REQUIRED.get(file.role, ()):
        if getattr(shape, name) is None:
            message = f'the front matter of a {file.role} needs "{name}"'
            gather.add(place, "missing-key", message, f"add {name}: … between the lines ---")
    if file.role in ("company", "ranking", "expansion"):
        _needs_data(file, gather)
    for index, entity in enumerate(shape.entities):
        gather.ref("entity", entity, parsed.at("entities", index))
    if shape.image is not None and shape.image_alt is None:
        gather.add(
            parsed.at("image"), "image-alt", "the image has no text alternative", "add image_alt: 'what it shows'"
        )
    return Document(
        id=file.stem,
        kind=cast(DocumentKind, file.role),
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
        body=body,
        place=place,
    )


def own_image(parsed: Parsed[shapes.FrontMatterShape], files: Iterable[InputFile], gather: Gather) -> None:
    """Notes a problem if the image of a document's front matter is no file of the project."""
    image = parsed.shape.image
    if image is None:
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(parsed.file.path), image))
    paths = [file.path for file in files if file.role in ("static", "asset")]
    if path not in paths:
        beside = [posixpath.relpath(other, posixpath.dirname(parsed.file.path)) for other in paths]
        hint = did_you_mean(image, beside) or "put the image into the folder of this file and write its name"
        message = f'there is no file "{image}" beside {parsed.file.path}'
        gather.add(parsed.at("image"), "broken-link", message, hint)


def _needs_data(file: InputFile, gather: Gather) -> None:
    known = gather.known.get("plan" if file.role == "expansion" else file.role)
    if known is None or file.stem in known or id_hint(file.stem) is not None:  # told at the file's name
        return
    if file.role == "ranking":
        missing, hint = f'data/rankings.yaml has no ranking "{file.stem}"', "add it there, or rename this file"
    else:
        folder = "companies" if file.role == "company" else "expansion"
        missing, hint = f"there is no data/{folder}/{file.stem}.yaml for this text", "add it, or rename this file"
    gather.add(Place(file.path), "no-data-file", missing, hint)


def linked_files(documents: Iterable[Document], files: Iterable[InputFile], gather: Gather) -> Iterator[File]:
    """`content/static/` and the files beside documents that these link; any other is a problem."""
    linked = files_used(documents)
    for file in files:
        if file.role == "static":
            yield File(file.path, file.path.removeprefix("content/static/"), file.content)
        elif file.role == "asset" and file.path in linked:
            yield File(file.path, file.path.removeprefix("content/"), file.content)
        elif file.role == "asset":
            hint = "link it from a Markdown file beside it, or move it to content/static/"
            gather.add(Place(file.path), "unexpected-file", "no document links this file", hint)
