"""What an expression names: the texts that its functions and filters are given."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from sitegen.model.basics.text import STRING
from sitegen.reading.syntax import Fault, parse


def given(source: str) -> Iterator[tuple[str, str]]:
    """Each text in the source with the name of the function or filter that is given it.

    Of a source that cannot be read every text is given to every function that it names: its fault is reported, and
    nothing is to follow from it.
    """
    try:
        tree = parse(source)
    except Fault:
        functions = ("chart", "cite", "fig")
        yield from ((name, text[1:-1]) for text in STRING.findall(source) for name in functions if name in source)
        return
    for call in (tree, *tree.find_all((nodes.Call, nodes.Filter))):
        match call:
            case nodes.Call(node=nodes.Name(name=name)) | nodes.Filter(name=name):
                texts = (each.value for each in call.args if isinstance(each, nodes.Const))
                yield from ((name, text) for text in texts if isinstance(text, str))


def named(source: str) -> Iterator[tuple[str, str]]:
    """The functions of a source that are given an id first, with it; raises Fault if it cannot be read."""
    tree = parse(source)
    for call in (tree, *tree.find_all(nodes.Call)):
        match call:
            case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str(id)), *_]):
                yield name, id
