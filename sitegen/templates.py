"""Jinja and the templates of the theme: the only module that knows how they are compiled."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from functools import cached_property

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.bccache import Bucket
from markupsafe import Markup

from sitegen.cache import Cache, digest
from sitegen.overrides.bounds import LateError, bounded, written
from sitegen.overrides.jinja import unknown, unreadable
from sitegen.overrides.leading import Written
from sitegen.pages.pieces import Answers, ChartView, ClaimPiece, Prose, RankingTable
from sitegen.problems import Place, Problem
from sitegen.theme import EXTENDED, FOLDER
from sitegen.words import Locale

SHOWN: Mapping[type, str] = {ChartView: "chart", RankingTable: "ranking", Answers: "answers", ClaimPiece: "claim"}
"""The macro of `parts.html` that shows each piece of a text."""
_NAMED = re.compile(r"""\{%-?\s*(extends|include|import|from)\s+["']([^"']+)["']""")
_MACRO = "template"  # as Jinja calls the code of one in a traceback
_CALLED = re.compile(r"(?<!macro )\b([\w.]+)\(")


class Templates:
    """Jinja with our templates, by name: everything is escaped, and a name that is not there is an error.

    locale: what `say` and `count` say in templates.
    """

    def __init__(self, texts: Mapping[str, str], locale: Locale, cache: Cache | None = None, code: str = "") -> None:
        self.texts, self.locale = texts, locale
        self.written = Written(texts)
        self.late: LateError | None = None
        self._compiled = None if cache is None else Compiled(cache, code)

    def __reduce__(self) -> tuple[type[Templates], tuple[Mapping[str, str], Locale]]:
        """Another process is sent the texts, and reads them itself."""
        return Templates, (self.texts, self.locale)

    @cached_property
    def env(self) -> Environment:
        """The templates as Jinja has read them."""
        env = Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=self._compiled,
        )
        env.globals |= {"say": self.locale.say, "count": self.locale.count, "listed": self.locale.listed}
        env.globals["prose"] = lambda body: _prose(env, body)
        self._steps = bounded(env)
        return env

    def write(self, name: str, **given: object) -> str:
        """What the template of a name writes. Raises whatever goes wrong in it."""
        if self.late is not None:  # nothing is waited for twice: what is endless may stand on every page
            raise self.late
        try:
            return written(self.env.get_template(name), self._steps, given)
        except LateError as error:
            self.late = error
            raise

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """The text of a template; ours under its own name too where no template of the project takes its place."""
        found = name if name in self.texts else name.removeprefix(EXTENDED)
        return (self.texts[found], FOLDER + found, lambda: True) if found in self.texts else None


class Compiled(BytecodeCache):
    """Templates as Jinja compiled them. code: a hash of the package and of what is installed beside it."""

    def __init__(self, cache: Cache, code: str) -> None:
        self._cache, self._code = cache, code

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket of a template if its text was compiled before."""
        if (stored := self._cache.read(self._name(bucket))) is not None:
            bucket.bytecode_from_string(stored)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what a template was compiled to."""
        self._cache.write(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return "template-" + digest(part.encode() for part in (self._code, bucket.key, bucket.checksum))


def blocks(text: str) -> list[str]:
    """The blocks of a template in the order in which they stand."""
    return [block.name for block in Environment().parse(text).find_all(nodes.Block)]


def _prose(env: Environment, body: Prose | None) -> Markup:
    """A body with everything in its slots: words as they are, charts, rankings, matrices and claims by their macros."""
    if body is None:
        return Markup("")
    parts = env.get_template("parts.html").module

    def finished(piece: object) -> str:
        macro = SHOWN.get(type(piece))
        return str(piece if macro is None else getattr(parts, macro)(piece))

    return Markup(body.written.filled([finished(piece) for piece in body.pieces]))


def template_problem(error: Exception, template: str, texts: Mapping[str, str], page: str = "") -> Problem:
    """Where a template failed: its last line in the traceback, for the error itself may come from a library.

    texts: of the templates, by name. page: the URL of the page that was made.
    """
    if isinstance(error, TemplateSyntaxError):
        return unreadable(error, FOLDER + (error.name or template), error.source or "")
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(FOLDER)]
    if not frames:
        raise error  # not in a template: a fault of ours
    place = Place(frames[-1].filename, frames[-1].lineno or 1)
    lines = texts.get(place.path.removeprefix(FOLDER), "").splitlines()
    if isinstance(error, RecursionError):
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        return _within_itself(place, line, macro=frames[-1].name == _MACRO)
    message, hint = unknown(error)
    asked = re.search(r'"([\w.-]+)"\Z', message)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    found = re.search(rf"\b{re.escape(asked[1])}\b", line) if asked else None
    place = place if found is None else place.shifted(found.start(), len(found[0]))
    where = f" (on {page})" if page else ""
    return Problem(place, "template-error", f"the template cannot be rendered: {message}{where}", hint)


def _within_itself(place: Place, line: str, *, macro: bool) -> Problem:
    """The Problem of a template, a macro or a block that asks for itself. line: the last one before it began again."""
    if (named := _NAMED.search(line)) and not macro:
        message = "the template extends or includes itself without end"
        hint = f'name the one of the theme: {{% {named[1]} "{EXTENDED}{named[2].removeprefix(EXTENDED)}" %}}'
        return Problem(place.shifted(named.start(2), len(named[2])), "template-error", message, hint)
    calls = list(_CALLED.finditer(line))
    place = place.shifted(calls[-1].start(1), len(calls[-1][1])) if calls else place
    hint = "call it where an {% if %} ends it, or take the call out"
    return Problem(place, "template-error", "this calls itself without end", hint)
