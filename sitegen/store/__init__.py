"""What sitegen remembers between builds, below `.sitegen-cache/`; the folder may be deleted at any time."""

from sitegen.store.last import LastBuild, Summary

__all__ = ["LastBuild", "Summary"]
