"""Load: the files of a project become one frozen Tracker, or every problem that stands in the way."""

from sitegen.load.project import Unloaded, load

__all__ = ["Unloaded", "load"]
