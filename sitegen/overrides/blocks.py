"""Templates of a project: can each be read, and has the template that it extends the blocks that it fills?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitegen.overrides.asked import unanswered
from sitegen.overrides.elements import unpaired
from sitegen.overrides.jinja import place_in, unreadable
from sitegen.overrides.policy import forbidden
from sitegen.overrides.tags import open_comment, open_quote
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.theme import EXTENDED

_FRAME = "base.html"
"""The template that all pages extend."""
_PICTURE = ".svg"
"""The ending of a template of pictures, which are XML."""
_INCLUDED = re.compile(r"""\{%[-+]?\s*include\s+["']([^"']+)["']""")


def template_faults(
    path: str, text: str, templates: Mapping[str, str], fields: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Why a template cannot be read; else what it asks for in vain, and each block of it that none further up has.

    path: of the file of the text. fields: of what templates see, by their names.
    """
    env = Environment()
    try:
        tree = env.parse(text)
    except TemplateSyntaxError as error:
        yield unreadable(error, path, text)
        return
    yield from unanswered(path, text, tree, fields.get(path.rpartition("/")[2], ()))
    yield from _halves(path, text, templates)
    try:
        chain = list(_parents(env, tree, templates))
    except TemplateSyntaxError:
        return  # which is reported in its own file
    if not path.endswith(_PICTURE):
        yield from forbidden(path, text, (text, *(templates[name] for name, _ in chain), templates.get(_FRAME, "")))
    above = {block for _, parent in chain for block in _blocks(parent)}
    yield from _fills_nothing(path, tree, templates)
    for node in tree.body if above else ():
        if isinstance(node, nodes.Block) and node.name not in above:
            message = f'the template that this one extends has no block "{node.name}", so it is shown nowhere'
            hint = did_you_mean(node.name, above) or f"its blocks are: {', '.join(sorted(above))}"
            yield Problem(Place(path, node.lineno), "unused-override", message, hint)


def _halves(path: str, text: str, templates: Mapping[str, str]) -> Iterator[Problem]:
    """Quotes, comments and elements of HTML of which only one half is there."""
    if (quote := open_quote(text)) is not None:
        message, hint = "a quote is opened here and not closed, so that it takes the tags behind it", "close it"
        yield Problem(place_in(path, text, quote, 1), "template-error", message, hint)
    elif (comment := open_comment(text)) is not None:
        message = "a comment is opened here and not closed, so that nothing behind it is shown"
        yield Problem(place_in(path, text, comment, 4), "template-error", message, "close it with -->")
    elif path.rpartition("/")[2] not in {name for each in templates.values() for name in _INCLUDED.findall(each)}:
        for tag in unpaired(text, templates, xml=path.endswith(_PICTURE)):
            name = f"</{tag.name}>" if tag.closes else f"<{tag.name}>"
            place = place_in(path, text, tag.start, 1 + tag.closes + len(tag.name))
            message = f"{name} closes nothing" if tag.closes else f"{name} is opened here and not closed"
            hint = "take it out, or open it before" if tag.closes else f"write </{tag.name}> where it ends"
            yield Problem(place, "template-error", message, hint)


def _fills_nothing(path: str, tree: nodes.Template, templates: Mapping[str, str]) -> Iterator[Problem]:
    """What a template lacks that takes the place of one of ours and begins anew: all that it is given, or the block
    that others fill."""
    name = path.rpartition("/")[2]
    ours = templates.get(EXTENDED + name)
    if ours is None or next(tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)), None):
        return
    env = Environment()
    filled = [_blocks(child) for child in _children(env, name, templates)]
    lost = sorted(set[str].intersection(*filled) - _blocks(tree)) if filled else []
    for block in lost:
        message = f'this template has no block "{block}", which those that extend it fill: pages would be empty'
        hint = f"write {{% block {block} %}}{{% endblock %}} where it is to stand"
        yield Problem(Place(path, 1), "template-error", message, hint)
    if not lost and not _sees(tree) and _sees(theirs := env.parse(ours)):
        message = "this takes the place of a template of the theme and shows nothing of what it is given"
        begin = f'begin it with {{% extends "{EXTENDED}{name}" %}}' if _blocks(theirs) else "begin with a copy of it"
        yield Problem(Place(path, 1), "unused-override", message, f"{begin}, or delete this file")


def _children(env: Environment, name: str, templates: Mapping[str, str]) -> Iterator[nodes.Template]:
    """The templates that extend the one of a name."""
    for text in templates.values():
        try:
            tree = env.parse(text)
        except TemplateSyntaxError:
            continue  # which is reported in its own file
        if _parent(tree) == name:
            yield tree


def _sees(tree: nodes.Template) -> bool:
    """Whether a template shows anything of its page, by itself or by the one that it extends."""
    return _parent(tree) != "" or any(name.name in ("view", "layout") for name in tree.find_all(nodes.Name))


def _parent(tree: nodes.Template) -> str:
    """The name of the template that one extends; "" for none."""
    found = next(tree.find_all(nodes.Extends), None)
    return "" if found is None else str(getattr(found.template, "value", "…"))


def _parents(
    env: Environment, tree: nodes.Template, templates: Mapping[str, str]
) -> Iterator[tuple[str, nodes.Template]]:
    """The templates that one extends, and that those extend, by name; one that is no plain text ends the search."""
    seen: set[str] = set()
    while (name := _parent(tree)) in templates and name not in seen:
        seen.add(name)
        tree = env.parse(templates[name])
        yield name, tree


def _blocks(tree: nodes.Template) -> set[str]:
    return {block.name for block in tree.find_all(nodes.Block)}
