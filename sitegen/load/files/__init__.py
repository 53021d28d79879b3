"""The files of a project: which are read, as what, and which are not expected where they are."""

from sitegen.load.files.read import exchanged, read_files
from sitegen.load.files.roles import InputFile, Roles

__all__ = ["InputFile", "Roles", "exchanged", "read_files"]
