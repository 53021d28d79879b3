"""Shapes of `data/site.yaml`."""

from __future__ import annotations

from typing import Annotated

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.load.shape.keys.base import Shape
from sitegen.load.shape.keys.entities import ColorShape


class LicenceShape(Shape):
    """`licence` in `data/site.yaml`."""

    name: f.String
    url: f.Url


class ChangesShape(Shape):
    """`changes` in `data/site.yaml`."""

    since: f.DayField | None = None
    hide: list[f.Hidden] = []
    reasons: dict[f.DayKey, f.String] | None = None


class SiteShape(Shape):
    """`data/site.yaml`."""

    name: f.String
    tagline: f.Text
    base_url: f.FolderUrl
    language: f.Language = "en"
    locale: f.String = "en"
    as_of: f.DateField | None = None
    repository: f.Url | None = None
    contact: f.Contact | None = None
    licence: LicenceShape | None = None
    accent: ColorShape | None = None
    terms: list[f.String] = []
    tags: dict[f.Id, f.String] = {}
    lead_ranking: ref.Ranking | None = None
    lead_chart: ref.Chart | None = None
    lead_claims: list[ref.Claim] = []
    compare: Annotated[list[ref.Pair], f.Pairs] = []
    changes: ChangesShape = ChangesShape()
