"""What all shapes share: closed, frozen, keys as the editor writes them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.model.basics.amount import BOUNDS

Accepted = dict[ref.Code, f.Reason]
Bound = Annotated[str, *f.words(*(bound for bound in BOUNDS if bound != "range"))]
"""How exact a value is; a range has its two ends instead."""
Use = Annotated[str | None, *f.words("preferred", "normal", "deprecated")]
"""Which of several statements is printed."""


class Shape(BaseModel):
    """The base of all shapes: closed, frozen, keys as the editor writes them."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, arbitrary_types_allowed=True)


class Renamable(Shape):
    """What has an id, and had others before."""

    former_ids: list[f.Id] = []
