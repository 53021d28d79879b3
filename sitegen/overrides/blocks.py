"""Blocks of a project's template that the template it extends does not have: what they hold is shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitegen.problems import Place, Problem, did_you_mean


def lost_blocks(path: str, text: str, templates: Mapping[str, str]) -> Iterator[Problem]:
    """Each block that begins outside of others and that no template further up has. path: of the file of the text."""
    if "extends" not in text:
        return
    env = Environment()
    try:
        tree = env.parse(text)
        above = {block for parent in _parents(env, tree, templates) for block in _blocks(parent)}
    except TemplateSyntaxError:
        return  # which is told where it is rendered
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
