"""Shapes of words in their plural forms: `data/words.yaml` and `data/units.yaml`."""

from __future__ import annotations

from sitegen.load.shape import fields as f
from sitegen.load.shape.keys.base import Shape


class FormsShape(Shape):
    """Words by plural form; of one entry of `data/words.yaml` these or one text alone."""

    other: f.String
    zero: f.String | None = None
    one: f.String | None = None
    two: f.String | None = None
    few: f.String | None = None
    many: f.String | None = None


class UnitShape(FormsShape):
    """One entry of `data/units.yaml`: the noun by plural form, and whether there are parts of one."""

    divides: f.YesNo | None = None
