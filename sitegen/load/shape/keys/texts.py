"""Shapes of claims and of the front matter of texts."""

from __future__ import annotations

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.load.shape.keys.base import Renamable, Shape


class EditorialClaimShape(Renamable):
    """One entry of `claims` in front matter: a statement of our own."""

    text: f.Text
    check: f.Lines
    about: list[ref.Entity] = []
    alternatives: list[f.Lines] = []
    mixed: f.Reason | None = None
    note: f.Text | None = None


class ClaimShape(Renamable):
    """One entry of `data/claims.yaml`: a statement that a source makes."""

    text: f.Text
    by: ref.Source
    about: list[ref.Entity] = []
    check: f.Lines = []
    alternatives: list[f.Lines] = []
    because: f.Text | None = None
    mixed: f.Reason | None = None
    note: f.Text | None = None


class FrontMatterShape(Shape):
    """The front matter of a Markdown file."""

    title: f.Text | None = None
    summary: f.Text | None = None
    date: f.DayField | None = None
    updated: f.DayField | None = None
    checked: f.DayField | None = None
    authors: list[f.String] = []
    tags: list[ref.Tag] = []
    entities: list[ref.Entity] = []
    image: f.String | None = None
    image_alt: f.Text | None = None
    draft: f.YesNo = False
    aliases: list[f.OldAddress] = []
    claims: dict[f.Id, EditorialClaimShape] = {}
