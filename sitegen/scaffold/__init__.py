"""Scaffolding: the files to start from, for a project and for one more thing in it."""

from sitegen.scaffold.init import init_project
from sitegen.scaffold.new import KINDS, new_document

__all__ = ["KINDS", "init_project", "new_document"]
