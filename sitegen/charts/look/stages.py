"""How the stages of a market entry look: a colour and a sign each, so that no stage differs by its hue alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.model.entry import Stage

COLOURS: Mapping[Stage, str] = {
    "rumoured": "var(--said)",
    "announced": "var(--said)",
    "planned": "var(--said)",
    "entered": "var(--seq-3)",
    "on sale": "var(--seq-5)",
    "paused": "var(--axis)",
    "withdrawn": "var(--axis)",
    "denied": "var(--axis)",
}
"""Words apart from deeds, an entry two shades from a sale; then what is ended."""


class Sign(NamedTuple):
    """A sign as a path around its middle, from -1 to 1. solid: whether it is filled; a hollow one shows the paper."""

    path: str
    solid: bool = False


_CIRCLE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"

SIGNS: Mapping[Stage, Sign] = {
    "rumoured": Sign("M0,-1.1L1.2,0.9L-1.2,0.9Z"),
    "announced": Sign(_CIRCLE),
    "planned": Sign(f"{_CIRCLE}M0,-0.6A0.6,0.6,0,0,0,0,0.6Z", solid=True),
    "entered": Sign(_CIRCLE, solid=True),
    "on sale": Sign("M-1,-1L1,-1L1,1L-1,1Z", solid=True),
    "paused": Sign("M-0.9,-1L-0.3,-1L-0.3,1L-0.9,1ZM0.3,-1L0.9,-1L0.9,1L0.3,1Z", solid=True),
    "withdrawn": Sign("M-1,-1L1,1M1,-1L-1,1"),
    "denied": Sign(f"{_CIRCLE}M-0.7,0.7L0.7,-0.7"),
}
"""The further, the fuller: a rumour is a hollow triangle, what is announced a hollow circle, what is planned a circle
that is half full, an entry a full one, a sale a full square; an end is crossed out or stands still."""
