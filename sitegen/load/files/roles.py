"""What each file of a project is read as, by its path."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from sitegen.register.kind import Kinds

SINGLE = {"site.yaml": "site", "units.yaml": "units", "metrics.yaml": "metrics", "places.yaml": "places"}
SINGLE |= {"capabilities.yaml": "capabilities", "events.yaml": "events", "claims.yaml": "claims"}
SINGLE |= {"rankings.yaml": "rankings", "words.yaml": "words"}
SINGLE |= {"imports.yaml": "imports"}
FOLDERS = {
    "companies": "company",
    "sources": "sources",
    "series": "series",
    "expansion": "expansion",
    "charts": "chart",
}
UNKNOWN = ""
"""The role of a file in a place where none is expected."""
TEXT = "text"
"""What Markdown documents are together, whatever their kind."""
_STEMS = {"company", "expansion", "chart"}


class Roles(Struct, frozen=True, dict=True):
    """What each file of a project is read as, by its path. kinds: of which some have Markdown documents."""

    kinds: Kinds

    @cached_property
    def folders(self) -> Mapping[str, str]:
        """The kind of the documents in each folder below content/."""
        return {kind.folder: kind.document for kind in self.kinds if kind.folder and kind.document}

    @cached_property
    def named(self) -> set[str]:
        """The roles of files whose names become ids."""
        return {*_STEMS, *(kind.document for kind in self.kinds if kind.document and kind.document != "index")}

    @cached_property
    def texts(self) -> set[str]:
        """The roles of files that hold text."""
        return {*SINGLE.values(), *FOLDERS.values(), *(kind.document for kind in self.kinds if kind.document)}

    def of(self, path: str) -> str | None:
        """The role of a file, or None where no file is expected."""
        top, *folders, name = path.split("/")
        stem, suffix = os.path.splitext(name)
        if top == "data":
            if folders[:1] == ["schemas"]:
                return "schema"
            if suffix != ".yaml":
                return None
            if not folders:
                return SINGLE.get(name)
            return FOLDERS.get(folders[0]) if len(folders) == 1 else None
        if top == "templates":
            return "kind" if suffix == ".py" else None
        if folders[:1] == ["static"]:
            return "static"
        if suffix != ".md":
            return "asset"
        if not folders:
            return "index" if stem == "index" else "page"
        return self.folders.get(folders[0]) if len(folders) == 1 else None


class InputFile(Struct, frozen=True):
    """One file of the project. role: what it is read as; path: relative, with forward slashes."""

    path: str
    role: str
    stem: str
    content: bytes

    def text(self) -> str:
        """The content as UTF-8 text; raises UnicodeDecodeError."""
        text = self.content.removeprefix(BOM_UTF8).decode()
        return text.replace("\r\n", "\n") if "\r" in text else text  # to look takes a hundredth of the time


def is_text(file: InputFile) -> bool:
    """Whether a file is a Markdown document."""
    return file.path.endswith(".md") and file.role != "static"
