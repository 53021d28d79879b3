"""The assets of a site, and the names by which they are published."""

from sitegen.assets.names import Assets, Names

__all__ = ["Assets", "Names"]
