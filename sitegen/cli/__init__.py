"""The command line, one file a command: the only package that prints, exits or reads the clock."""

from sitegen.cli.main import main

__all__ = ["main"]
