"""Views: what templates see of a page as `view`."""

from __future__ import annotations

from typing import ClassVar


class View:
    """What a template sees. template: the file of the theme that shows it."""

    __slots__ = ()
    template: ClassVar[str]


def fields() -> dict[str, frozenset[str]]:
    """What each template of the theme sees as `view`, by its file, once the register of kinds is loaded."""
    return {
        view.template: frozenset(name for name in dir(view) if not name.startswith("_"))
        for view in View.__subclasses__()
        if "__slots__" in vars(view) and view.template.endswith(".html")  # each was made once more with them
    }
