"""Frozen values: `dataclass`, as of the standard library, at less than half of its price."""

from sitegen.frozen.values import dataclass

__all__ = ["dataclass"]
