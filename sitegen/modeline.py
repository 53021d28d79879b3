"""The first line of a data file, which names its schema to an editor."""

from __future__ import annotations

import posixpath

FOLDER = "data/schemas"
_MODELINE = "# yaml-language-server: $schema="


def modeline(path: str, role: str) -> str:
    """The comment that names to an editor the schema of the data file at this path of the project."""
    return _MODELINE + posixpath.relpath(f"{FOLDER}/{role}.json", posixpath.dirname(path))


def with_modeline(path: str, role: str, text: str) -> str:
    """The text of a data file with its modeline as the first line, and no other modeline."""
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith(_MODELINE)]
    return modeline(path, role) + "\n" + "".join(kept)


def role_said(line: str) -> str | None:
    """The role of the schema that a line names to an editor, or None."""
    address = line.strip().removeprefix(_MODELINE)
    return None if address == line.strip() else posixpath.basename(address).removesuffix(".json")
