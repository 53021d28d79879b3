"""What Jinja complains of in a template, in an editor's words, at the line where the fault began."""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from sitegen.overrides.bounds import Endless
from sitegen.overrides.tags import left_open, torn
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.theme import EXTENDED, ours
from sitegen.words.catalogue import SOURCE, catalogue

_TAGS = (
    *("block", "endblock", "extends", "include", "import", "from", "if", "elif", "else", "endif", "for", "endfor"),
    *("set", "endset", "macro", "endmacro", "call", "endcall", "with", "endwith", "filter", "endfilter", "raw"),
)
_ATTRIBUTE = re.compile(r"'(sitegen(?:\.\w+)+)\.(\w+) object' has no attribute '(\w+)'")
_MESSAGE = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_LACKS = re.compile(r"do_(\w+)\(\) missing \d+ required positional arguments?: (.+)")
_JINJA = (
    ("end of template", "a block, if or for is opened and not closed", "end it with {% endblock %} or such"),
    ("expected token 'end of statement block', got '='", "one = compares nothing", "write == to compare"),
    ("expected token 'end of print statement'", "a word or sign stands too much before }}", "take it out"),
    ("expected token 'end of statement block'", "a word or sign stands too much before %}", "take it out"),
    ("""unexpected char '"'""", "a quote is opened and not closed", "close it with another one"),
    ("""unexpected char "'\"""", "a quote is opened and not closed", "close it with another one"),
    ("unexpected char", "a character stands here that Jinja does not know", "look for curly quotation marks"),
    ("defined twice", "two blocks have the same name", "rename one of the two"),
)


def _in_words(message: str) -> tuple[str, str]:
    """What Jinja complains of in an editor's words, with how to fix it."""
    if unknown := re.search(r"unknown tag '(\w+)'", message):
        hint = did_you_mean(unknown[1], _TAGS) or f"the tags are: {', '.join(_TAGS)}"
        return f"there is no tag {{% {unknown[1]} %}}", hint
    return next(((said, hint) for words, said, hint in _JINJA if words in message), (message, ""))


def unknown(error: Exception) -> tuple[str, str]:
    """What a template asks for in vain, with what there is; any other error as it says itself."""
    if isinstance(error, TemplateNotFound):
        names = sorted(file.name for file in ours().glob("*.html"))
        near = did_you_mean((error.name or "").removeprefix(EXTENDED), names).replace('"', f'"{EXTENDED}', 1)
        return f'there is no template "{error.name}"', near or "sitegen docs templates lists those that there are"
    if isinstance(error, Endless):
        return str(error), "let its loops go over less"
    if isinstance(error, MemoryError):
        return "it takes more memory than there is", "let it write or repeat less"
    if isinstance(error, ZeroDivisionError):
        return "a number is divided by zero", "ask before with {% if %} whether it is zero"
    if lacks := _LACKS.fullmatch(str(error)):
        return f"the filter {lacks[1]} needs more: {lacks[2]}", f"write {lacks[1]}(…) with them"
    if isinstance(error, KeyError) and error.args:
        return no_message(str(error.args[0]))
    asked = _ATTRIBUTE.fullmatch(str(error)) if isinstance(error, UndefinedError) else None
    if asked is None:
        return str(error), ""
    module, name, attribute = asked.groups()
    known = [each for each in dir(getattr(sys.modules.get(module), name, object)) if not each.startswith("_")]
    close = get_close_matches(attribute, known, n=1, cutoff=0.6)
    hint = f'did you mean "{close[0]}"?' if close else "sitegen docs templates lists what it has"
    return f'{name} has no "{attribute}"', hint


def no_message(asked: str) -> tuple[str, str]:
    """What to say of a message of the interface that is not there, or of one whose slot is not filled."""
    if _MESSAGE.fullmatch(asked):
        near = did_you_mean(asked, catalogue(SOURCE))
        return f'there is no message "{asked}"', near or "sitegen docs words lists those that there are"
    if asked.isidentifier():
        return f"a message has the slot {{{asked}}}, and no value is given for it", f'write say("…", {asked}=…)'
    return asked, ""


def place_in(path: str, source: str, start: int, length: int) -> Place:
    """The place of some characters of a template."""
    return Place(path, source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start), length)


def unreadable(error: TemplateSyntaxError, path: str, source: str) -> Problem:
    """The Problem of a template that Jinja cannot read. path: of its file. source: its text."""
    complaint = error.message or ""
    if (tag := torn(source)) is not None:
        message = f"the template cannot be read: {tag.sign} is opened here and not closed"
        place = place_in(path, source, tag.start, len(tag.sign))
        return Problem(place, "template-error", message, f"write {tag.meant}")
    opened = left_open(source) if "end of template" in complaint or "unknown tag 'end" in complaint else None
    if opened is not None:
        message = f"the template cannot be read: {opened} is opened here and not closed"
        hint = f"end it with {{% end{opened.name} %}} where it ends"
        return Problem(Place(path, opened.line), "template-error", message, hint)
    message, hint = _in_words(complaint)
    return Problem(Place(path, error.lineno), "template-error", f"the template cannot be read: {message}", hint)
