"""What the fields share: how a text is taken, and how it is refused."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from sitegen.problems import Named
from sitegen.reading.slips import FAILED, WORKED_OUT, Cut


def wrong(message: str, hint: str = "", code: str = "wrong-type", named: Named | None = None) -> PydanticCustomError:
    """The error of a field: becomes Problem `code` at the place of the value. named: a word that names nothing."""
    context = {"message": message, "hint": hint, "code": code, "named": named}
    return PydanticCustomError("sitegen", "{message}", context)


def any_text(value: Any) -> str:
    """The text, which may be empty; an error for a list, a mapping and nothing, or nothing but a comment."""
    if value is None:
        raise wrong("nothing stands after the key", "write what belongs here")
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "a mapping"
        raise wrong(
            f"{kind} stands where one text is expected", "write the value on one line, in single quotes if in doubt"
        )
    if value == "":
        _uncut(value)
    return str(value)


def _uncut(value: Any) -> None:
    """Refuses a text that ends where YAML sees a comment."""
    if isinstance(value, Cut):
        if failed := FAILED.fullmatch(value.rest.strip()):
            raise wrong(f'"{failed[0]}" is no value', WORKED_OUT)
        hint = f"put the text in quotes: {value.whole}; a comment belongs on a line of its own"
        raise wrong("# begins a comment here, so the rest of the line is lost", hint, "cut-text")


def filled(value: Any) -> str:
    """The text, if there is something in it and no comment cuts it."""
    text = any_text(value)
    _uncut(value)
    if not text.strip():
        raise wrong("an empty text stands here", "write what belongs here")
    return text


def line(value: Any) -> str:
    """The text, which may be empty, if no comment cuts it."""
    text = any_text(value)
    _uncut(value)
    return text


def plain(value: Any) -> str:
    """A text that is shown as it is written, wherever its thing is named."""
    text = filled(value)
    if "{{" in text or "}}" in text:
        hint = "this key takes no expressions: write the words themselves"
        raise wrong("an expression stands here", hint, "expression-syntax")
    return text


def short(text: str) -> str:
    """The text cut to forty characters, to be shown in a message."""
    return text if len(text) <= 40 else text[:39] + "…"
