"""The bodies of documents, remembered: each is a pure function of its text and its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from sitegen.cache import Cache, Memory, digest
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

Tree = tuple[Node, ...]
Recent = dict[str, Tree]
"""Trees by the keys of their bodies."""
Facts = tuple[tuple[Expression, ...], tuple[Link, ...], tuple[tuple[Piece, ...], ...], tuple[Problem, ...]]
"""What is known of a body without its tree: its expressions, its links, its headings, its problems."""
Where = tuple[str, int]
"""Where a packed tree is: the entry of the cache that holds it with others, for a file takes longer to make than a tree
to write, and its number there; no entry where there is no cache, or it cannot be written."""


def bodies(texts: Sequence[Unread], memory: Memory, processes: Processes) -> list[Body]:
    """The body of each text, in order: those that are remembered, the others read by several processes.

    The tree of a body is packed by itself, in the cache if there is one, and unpacked when somebody looks at it; the
    next build of the process has the body as it is.
    """
    keys = [memory.key("body", text.path, str(text.line), text.source) for text in texts]
    found = {key: _recalled(memory, key, text) for key, text in zip(keys, texts, strict=True)}
    fresh = [(key, text) for key, text in zip(keys, texts, strict=True) if found[key] is None]
    reading = partial(_read, cache=memory.cache, recent=memory.recent)
    for read in processes.begin(reading, fresh, LEAST, sent=True).results():
        for place, (key, text, facts) in enumerate(read.known):
            memory.keep(key, (facts, (read.name, place)))
            packed = None if read.name else read.trees[place]
            found[key] = _body(memory, key, text, facts, (read.name, place), packed)
    memory.held |= found
    memory.trees = {memory.recall(key)[1][0] for key in keys} if memory.keeps else set()
    return [body for key in keys if (body := found[key]) is not None]


class _Read(NamedTuple):
    """Bodies that were read together. known: their keys, their texts, and what is known of each without its tree.

    name: the entry of the cache that holds their trees; "" where the cache does not hold them. trees: packed, then.
    """

    known: Sequence[tuple[str, Unread, Facts]]
    name: str
    trees: Sequence[bytes]


def _read(texts: Sequence[tuple[str, Unread]], cache: Cache | None, recent: Recent) -> _Read:
    """The bodies of texts, by their keys; the process that reads them writes their trees, and keeps the last ones."""
    read = [read_body(*text) for _, text in texts]
    known = [
        (key, text, (body.expressions, body.links, body.headings, body.problems))
        for (key, text), body in zip(texts, read, strict=True)
    ]
    for (key, _), body in zip(texts, read, strict=True):
        _remember(recent, key, body.tree)
    trees, name = [pack(body.tree) for body in read], f"trees-{digest(key.encode() for key, _ in texts)}"
    if cache is not None and cache.write(name, pack(trees)):
        return _Read(known, name, ())
    return _Read(known, "", trees)


def _recalled(memory: Memory, key: str, text: Unread) -> Body | None:
    stored: tuple[Facts, Where] | None = memory.recall(key)
    if stored is None or memory.cache is None:
        return None
    held: Body | None = memory.held.get(key)
    return _body(memory, key, text, *stored) if held is None else held


def _body(memory: Memory, key: str, text: Unread, facts: Facts, where: Where, packed: bytes | None = None) -> Body:
    expressions, links, headings, problems = facts
    grow = partial(_tree, memory, key, text, where, packed)
    return Body(
        expressions=expressions,
        links=links,
        headings=headings,
        problems=problems,
        source=text.source,
        line=text.line,
        grow=grow,
    )


def _tree(memory: Memory, key: str, text: Unread, where: Where, packed: bytes | None) -> Tree:
    """The tree as it was packed; where its entry in the cache is gone or damaged, the text is read again."""
    tree: Tree | None = memory.recent.get(key)
    if tree is None:
        stored = _stored(memory, *where) if packed is None else packed
        tree = read_body(*text).tree if stored is None else unpack(stored)
        _remember(memory.recent, key, tree)
    return tree


def _remember(recent: Recent, key: str, tree: Tree) -> None:
    """Keeps a tree in memory, and lets go of the one that was looked at longest ago."""
    recent[key] = tree
    if len(recent) > RECENT:
        del recent[next(iter(recent))]


def _stored(memory: Memory, name: str, place: int) -> bytes | None:
    """A packed tree; the others that stand with it are mostly asked for next."""
    known, trees = memory.opened
    if known != name:
        found = None if memory.cache is None else memory.cache.read(name)
        trees = [] if found is None else unpack(found)
        memory.opened = (name, trees)
    return trees[place] if trees else None
