"""The lint of prose: numbers that nobody bound to a figure, and words that say what a figure says itself."""

from sitegen.check.text.lint import lint

__all__ = ["lint"]
