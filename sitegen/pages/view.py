"""Views: what templates see of a page as `view`."""

from __future__ import annotations

from typing import ClassVar


class View:
    """What a template sees. template: the file of the theme that shows it."""

    __slots__ = ()
    template: ClassVar[str]
