"""What is kept from one build to the next: entries of a folder, and small results by their keys."""

from sitegen.cache.bundle import Bundle
from sitegen.cache.cache import Cache, digest
from sitegen.cache.memory import PATIENCE, Memory

__all__ = ["PATIENCE", "Bundle", "Cache", "Memory", "digest"]
