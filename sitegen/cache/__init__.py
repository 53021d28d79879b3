"""What is kept from one build to the next: entries of a folder, and small results by their keys."""

from sitegen.cache.cache import Cache, digest
from sitegen.cache.memory import PATIENCE, Memory
from sitegen.cache.shelf import Shelf

__all__ = ["PATIENCE", "Cache", "Memory", "Shelf", "digest"]
