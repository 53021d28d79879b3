"""What one run can say of a project that could not be loaded whole."""

from sitegen.check.early.early import early

__all__ = ["early"]
