"""Views: what templates see of a page as `view`."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """What a template sees. template: the file of the theme that shows it."""

    template: ClassVar[str]


def fields() -> dict[str, frozenset[str]]:
    """What each template of the theme sees as `view`, by its file, once the register of kinds is loaded."""
    return {
        view.template: frozenset(name for name in dir(view) if not name.startswith("_"))
        for view in View.__subclasses__()
        if view.template.endswith(".html")
    }
