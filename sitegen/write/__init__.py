"""Writing: the finished site takes the place of the last one, in one step and by one writer at a time."""

from sitegen.write.replace import write

__all__ = ["write"]
