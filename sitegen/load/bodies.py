"""The bodies of documents, remembered: each is a pure function of its text and its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sitegen.cache import Memory
from sitegen.model.basics.text import Expression
from sitegen.model.body import Body, Link, Node, Piece
from sitegen.packing import pack, unpack
from sitegen.problems import Problem
from sitegen.processes import Processes
from sitegen.reading.markdown import Unread, read_body

LEAST = 40
"""So many bodies make up for starting one more process, which loads Python-Markdown first."""
RECENT = 1500
"""So many trees stay in memory: those that somebody looked at last."""

Facts = tuple[tuple[Expression, ...], tuple[Link, ...], tuple[tuple[Piece, ...], ...], tuple[Problem, ...]]
"""What is known of a body without its tree: its expressions, its links, its headings, its problems."""


def bodies(texts: Sequence[Unread], memory: Memory, processes: Processes) -> list[Body]:
    """The body of each text, in order: those that are remembered, the others read by several processes.

    The tree of a body is packed by itself, in the cache if there is one, and unpacked when somebody looks at it; the
    next build of the process has the body as it is.
    """
    keys = [memory.key("body", text.path, str(text.line), text.source) for text in texts]
    found = {key: _recalled(memory, key, text) for key, text in zip(keys, texts, strict=True)}
    fresh = [number for number, key in enumerate(keys) if found[key] is None]
    unread = [texts[number] for number in fresh]
    for number, (facts, tree) in zip(fresh, processes.shared(_read, unread, LEAST), strict=True):
        key = keys[number]
        kept = memory.cache is not None and memory.cache.write(f"tree-{key}", tree)
        found[key] = _body(memory, key, texts[number], memory.keep(key, facts), None if kept else tree)
    memory.held |= found
    return [known for key in keys if (known := found[key]) is not None]


def _read(texts: Sequence[Unread]) -> list[tuple[Facts, bytes]]:
    """What is known of each text, and its tree, packed as it goes from one process to another and into the cache."""
    read = (read_body(*text) for text in texts)
    return [((body.expressions, body.links, body.headings, body.problems), pack(body.tree)) for body in read]


def _recalled(memory: Memory, key: str, text: Unread) -> Body | None:
    facts: Facts | None = memory.recall(key)
    if facts is None or memory.cache is None:
        return None
    held: Body | None = memory.held.get(key)
    return _body(memory, key, text, facts) if held is None else held


def _body(memory: Memory, key: str, text: Unread, facts: Facts, packed: bytes | None = None) -> Body:
    expressions, links, headings, problems = facts
    grow = partial(_tree, memory, key, text, packed)
    return Body(
        expressions=expressions,
        links=links,
        headings=headings,
        problems=problems,
        source=text.source,
        line=text.line,
        grow=grow,
    )


def _tree(memory: Memory, key: str, text: Unread, packed: bytes | None) -> tuple[Node, ...]:
    """The tree as it was packed; where its entry in the cache is gone or damaged, the text is read again."""
    tree: tuple[Node, ...] | None = memory.recent.get(key)
    if tree is None:
        stored = packed if packed is not None or memory.cache is None else memory.cache.read(f"tree-{key}")
        tree = memory.recent[key] = read_body(*text).tree if stored is None else unpack(stored)
        if len(memory.recent) > RECENT:
            del memory.recent[next(iter(memory.recent))]
    return tree
