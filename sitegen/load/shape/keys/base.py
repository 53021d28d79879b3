"""What all shapes share: closed, frozen, keys as the editor writes them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref

Accepted = dict[ref.Code, f.Reason]
USE = f.words("preferred", "normal", "deprecated")


class Shape(BaseModel):
    """The base of all shapes: closed, frozen, keys as the editor writes them."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, arbitrary_types_allowed=True)


class Renamable(Shape):
    """What has an id, and had others before."""

    former_ids: list[f.Id] = []
