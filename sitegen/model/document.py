"""Documents: Markdown files with their front matter; and files that are copied as they are."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression, Text
from sitegen.model.body import Body
from sitegen.problems import Place
from sitegen.value import Value


class Document(Value, frozen=True, eq=False, kw_only=True):
    """A Markdown file: front matter and body. id: the file's stem; path: relative to the project.

    places: where its dates, authors and tags stand, by their keys ("tags/0").
    """

    ASIDE = ("place",)
    id: str
    kind: str
    path: str
    title: Text | None
    summary: Text | None
    date: Period | None
    updated: Period | None
    checked: Period | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    entities: tuple[str, ...]
    draft: bool
    image: str | None
    image_alt: Text | None
    body: Body
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def front(self) -> tuple[Text, ...]:
        """The texts of its front matter, title and summary first."""
        return tuple(text for text in (self.title, self.summary, self.image_alt) if text is not None)

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions of its body, then those of its front matter, in order."""
        return (*self.body.expressions, *(each for text in self.front for each in text.expressions))


class File(Struct, frozen=True):
    """A file copied as it is: where it came from and where it goes, relative to the output's root."""

    path: str
    url: str
    content: bytes


class Tagged(Struct, frozen=True):
    """A tag as readers see it, and the briefs that have it."""

    label: str
    briefs: tuple[Document, ...]
