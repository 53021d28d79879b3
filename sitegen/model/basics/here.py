"""The field in which a thing of the model keeps its place in the input."""

from __future__ import annotations

from dataclasses import field
from typing import Any

HERE: Any = field(compare=False, repr=False)
"""A `Place` that is never compared: two things that say the same are equal wherever they stand."""
