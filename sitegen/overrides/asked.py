"""What a template of a project asks for and nothing gives: fields of `view`, names, filters, words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jinja2 import Environment, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from sitegen.overrides.bounds import LOTS, REPEATED, boundless
from sitegen.overrides.jinja import no_message, place_in
from sitegen.overrides.tags import shown
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.words.catalogue import SOURCE, catalogue, slots_of

NAMES = frozenset(
    (
        *("view", "layout", "parts", "say", "count", "listed", "prose", "loop", "self", "super"),
        *("caller", "varargs", "kwargs"),
    )
)
"""What a template sees beside the functions of Jinja."""
_PLAIN = re.compile(r"\{\s?\{?\s*((?:view|layout)\.[\w.]+)\s*\}\s?\}?")


def unanswered(path: str, text: str, tree: nodes.Template, known: Collection[str]) -> Iterator[Problem]:
    """The problems of what a template asks for in vain. path: of its file.

    known: the fields of its `view`; () if it may see any.
    """
    may_lack = _may_lack(tree)
    stored = _stored(tree)
    if known and "view" not in stored:
        for asked in tree.find_all(nodes.Getattr):
            if asked.node in (nodes.Name("view", "load"),) and asked.attr not in known and asked not in may_lack:
                yield _no_field(path, text, asked, known)
    lost: dict[tuple[int, str], nodes.Name] = {
        (each.lineno, each.name): each
        for each in (tree.find_all(nodes.Name) if known else ())
        if each.name not in NAMES | DEFAULT_NAMESPACE.keys() | stored and each not in may_lack
    }
    for line, asks in lost:
        hint = f"write view.{asks}" if asks in known else did_you_mean(asks, NAMES)
        if not hint.startswith(("write", "did")):
            hint = "what a template sees stands in view: sitegen docs templates lists it"
        yield _problem(path, text, line, asks, f'there is nothing called "{asks}" here', hint)
    yield from _no_filters(path, text, tree)
    yield from _lots(path, text, tree)
    for each in boundless(tree):
        message = (
            f"this asks for a power, or for a text or list as long as a number says, and by more than {REPEATED:,}"
        )
        yield Problem(Place(path, each.lineno), "template-error", message, "write a number, and a smaller one")
    yield from _no_messages(path, text, tree)
    for plain in _PLAIN.finditer(shown(text)):
        message = "these braces stand on the page as they are"
        place = place_in(path, text, plain.start(), len(plain[0]))
        yield Problem(place, "template-error", message, f"write {{{{ {plain[1]} }}}}")


def _stored(tree: nodes.Template) -> set[str]:
    """The names that a template gives itself."""
    names = {each.name for each in tree.find_all(nodes.Name) if each.ctx != "load"}
    names |= {each.name for each in tree.find_all(nodes.Macro)} | {each.target for each in tree.find_all(nodes.Import)}
    imported = (name for each in tree.find_all(nodes.FromImport) for name in each.names)
    return names | {name if isinstance(name, str) else name[1] for name in imported}


def _may_lack(tree: nodes.Template) -> list[nodes.Expr]:
    """What a template asks whether it is there, or names another value for."""
    asked: list[nodes.Expr] = [test.node for test in tree.find_all(nodes.Test) if test.name in ("defined", "undefined")]
    return asked + [each.node for each in tree.find_all(nodes.Filter) if each.name in ("default", "d") and each.node]


def _no_field(path: str, text: str, asked: nodes.Getattr, known: Collection[str]) -> Problem:
    near = did_you_mean(asked.attr, known)
    hint = (
        f"did you mean view.{near[14:-2]}?" if near.startswith("did") else f"its fields are: {', '.join(sorted(known))}"
    )
    message = f"the view of {path.rpartition('/')[2]} has no field {asked.attr}"
    return _problem(path, text, asked.lineno, f"view.{asked.attr}", message, hint)


def _no_filters(path: str, text: str, tree: nodes.Template) -> Iterator[Problem]:
    env = Environment()
    for kind, noun, known in ((nodes.Filter, "filter", env.filters), (nodes.Test, "test", env.tests)):
        for asked in tree.find_all(kind):
            if asked.name not in known:
                yield _problem(
                    path,
                    text,
                    asked.lineno,
                    asked.name,
                    f'there is no {noun} "{asked.name}"',
                    did_you_mean(asked.name, known) or f"the {noun}s are those of Jinja",
                )


def _lots(path: str, text: str, tree: nodes.Template) -> Iterator[Problem]:
    """Where a template draws lots."""
    filters = [(each.lineno, each.name) for each in tree.find_all(nodes.Filter)]
    functions = [(each.lineno, each.name) for each in tree.find_all(nodes.Name) if each.ctx == "load"]
    for line, name in (*filters, *functions):
        if name in LOTS:
            message = f'"{name}" says something else each time, so that no build would be like the one before'
            yield _problem(path, text, line, name, message, "name the one that is meant, such as the first")


def _no_messages(path: str, text: str, tree: nodes.Template) -> Iterator[Problem]:
    """The messages of the interface that are not there, and their slots that are not filled."""
    words = catalogue(SOURCE)
    for call in tree.find_all(nodes.Call):
        says = isinstance(call.node, nodes.Name) and call.node.name == "say"
        said = call.args[0] if says and call.args and call.dyn_kwargs is None else None
        if not isinstance(said, nodes.Const):
            continue
        message = words.get(str(said.value))
        open_slots = slots_of(message) - {each.key for each in call.kwargs} if isinstance(message, str) else ()
        for lost in (str(said.value),) if message is None else sorted(open_slots):
            yield _problem(path, text, call.lineno, str(said.value), *no_message(lost))


def _problem(path: str, text: str, line: int, words: str, message: str, hint: str) -> Problem:
    """A problem at the words in their line."""
    lines = text.splitlines()
    column = lines[line - 1].find(words) if line <= len(lines) else -1
    place = Place(path, line) if column < 0 else Place(path, line, column + 1, len(words))
    return Problem(place, "template-error", message, hint)
