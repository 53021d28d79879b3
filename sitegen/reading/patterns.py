"""Patterns that are compiled when they are first used: to compile all that there are takes a twentieth of a build that
makes one page, and it uses half of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """A pattern that is not compiled yet; once it is, what is asked of it is found at once."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        vars(self).update({each: getattr(compiled, each) for each in dir(compiled) if not each.startswith("_")})
        return getattr(compiled, name)


def later(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a text, as `re.compile` gives it, for its methods: functions of `re` take no such pattern."""
    return cast("re.Pattern[str]", _Later(text, flags))
