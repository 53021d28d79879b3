"""Templates of a project: can each be read, and has the template that it extends the blocks that it fills?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitegen.overrides.asked import unanswered
from sitegen.overrides.jinja import unreadable
from sitegen.problems import Place, Problem, did_you_mean


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
    try:
        above = {block for parent in _parents(env, tree, templates) for block in _blocks(parent)}
    except TemplateSyntaxError:
        return  # which is told of its own file
    for node in tree.body if above else ():
        if isinstance(node, nodes.Block) and node.name not in above:
            message = f'the template that this one extends has no block "{node.name}", so it is shown nowhere'
            hint = did_you_mean(node.name, above) or f"its blocks are: {', '.join(sorted(above))}"
            yield Problem(Place(path, node.lineno), "unused-override", message, hint)


def _parents(env: Environment, tree: nodes.Template, templates: Mapping[str, str]) -> Iterator[nodes.Template]:
    """The templates that one extends, and that those extend; a name that is no plain text ends the search."""
    seen: set[str] = set()
    while (found := next(tree.find_all(nodes.Extends), None)) is not None:
        name = getattr(found.template, "value", "")
        if name in seen or name not in templates:
            return
        seen.add(name)
        tree = env.parse(templates[name])
        yield tree


def _blocks(tree: nodes.Template) -> set[str]:
    return {block.name for block in tree.find_all(nodes.Block)}
