"""The bodies of documents, remembered: each is a pure function of its text and its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice

from sitegen.cache import Memory, digest
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
Shelf = tuple[str, int]
"""Where a packed tree is: the entry of the cache that holds it with others, for a file takes longer to make than a tree
to write, and its number there; no entry where there is no cache, or it cannot be written."""


def bodies(texts: Sequence[Unread], memory: Memory, processes: Processes) -> list[Body]:
    """The body of each text, in order: those that are remembered, the others read by several processes.

    The tree of a body is packed by itself, in the cache if there is one, and unpacked when somebody looks at it; the
    next build of the process has the body as it is.
    """
    keys = [memory.key("body", text.path, str(text.line), text.source) for text in texts]
    found = {key: _recalled(memory, key, text) for key, text in zip(keys, texts, strict=True)}
    fresh = [number for number, key in enumerate(keys) if found[key] is None]
    read = processes.shared(_read, [texts[number] for number in fresh], LEAST)
    for start in range(0, len(fresh), LEAST):
        some = fresh[start : start + LEAST]
        known = [*islice(read, len(some))]
        name = _shelved(memory, [keys[number] for number in some], [tree for _, tree in known])
        for place, (number, (facts, tree)) in enumerate(zip(some, known, strict=True)):
            memory.keep(keys[number], (facts, (name, place)))
            packed = None if name else tree
            found[keys[number]] = _body(memory, keys[number], texts[number], facts, (name, place), packed)
    memory.held |= found
    return [body for key in keys if (body := found[key]) is not None]


def _read(texts: Sequence[Unread]) -> list[tuple[Facts, bytes]]:
    """What is known of each text, and its tree, packed as it goes from one process to another and into the cache."""
    read = (read_body(*text) for text in texts)
    return [((body.expressions, body.links, body.headings, body.problems), pack(body.tree)) for body in read]


def _shelved(memory: Memory, keys: Sequence[str], trees: Sequence[bytes]) -> str:
    """The entry of the cache that holds these trees from now on; none where they cannot be written."""
    name = f"trees-{digest(key.encode() for key in keys)}"
    return name if memory.cache is not None and memory.cache.write(name, pack(trees)) else ""


def _recalled(memory: Memory, key: str, text: Unread) -> Body | None:
    stored: tuple[Facts, Shelf] | None = memory.recall(key)
    if stored is None or memory.cache is None:
        return None
    held: Body | None = memory.held.get(key)
    return _body(memory, key, text, *stored) if held is None else held


def _body(memory: Memory, key: str, text: Unread, facts: Facts, shelf: Shelf, packed: bytes | None = None) -> Body:
    expressions, links, headings, problems = facts
    grow = partial(_tree, memory, key, text, shelf, packed)
    return Body(
        expressions=expressions,
        links=links,
        headings=headings,
        problems=problems,
        source=text.source,
        line=text.line,
        grow=grow,
    )


def _tree(memory: Memory, key: str, text: Unread, shelf: Shelf, packed: bytes | None) -> tuple[Node, ...]:
    """The tree as it was packed; where its entry in the cache is gone or damaged, the text is read again."""
    tree: tuple[Node, ...] | None = memory.recent.get(key)
    if tree is None:
        stored = _stored(memory, *shelf) if packed is None else packed
        tree = memory.recent[key] = read_body(*text).tree if stored is None else unpack(stored)
        if len(memory.recent) > RECENT:
            del memory.recent[next(iter(memory.recent))]
    return tree


def _stored(memory: Memory, name: str, place: int) -> bytes | None:
    """A packed tree; the others that stand with it are mostly asked for next."""
    known, trees = memory.opened
    if known != name:
        found = None if memory.cache is None else memory.cache.read(name)
        trees = [] if found is None else unpack(found)
        memory.opened = (name, trees)
    return trees[place] if trees else None
