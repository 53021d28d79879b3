"""What comes out of converting Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sitegen.problems import Problem

Where = Literal["prose", "inline", "text"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the HTML for a value. number: which of the body's expressions.

    where: `prose` in running text and cells of tables (and for a chart, ranking or table, which stand by themselves),
    `inline` in links, headings and heads of tables, `text` in an attribute.
    """

    number: int
    where: Where


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its level on the page (2 to 6), its id there, and its words as plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Converted:
    """Safe HTML in which `placeholder(k)` stands for slots[k].

    ids: those that stand on other things than headings, in order. problems: expressions in a wrong place and
    images of other sites.
    strays: what images name that the scanner saw no link in; they are left out.
    """

    html: str
    slots: tuple[Slot, ...]
    headings: tuple[Heading, ...]
    ids: tuple[str, ...]
    problems: tuple[Problem, ...]
    strays: tuple[str, ...]
