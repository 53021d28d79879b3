"""The bodies of documents, remembered: each is a pure function of its text and its place."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import partial

from sitegen.cache import Cache, Memory
from sitegen.model.body import Body, Node
from sitegen.processes import shared
from sitegen.reading.markdown import Unread, read_bodies, read_body

LEAST = 40
"""So many bodies make up for starting one more process, which loads Python-Markdown first."""


def bodies(texts: Sequence[Unread], memory: Memory, jobs: int) -> list[Body]:
    """The body of each text, in order: those that are remembered, the others read by at most `jobs` processes.

    The tree of one that is remembered is an entry of the cache by itself, and loaded when somebody asks for it; the
    next build of the process has the body as it is.
    """
    keys = [memory.key("body", text.path, str(text.line), text.source) for text in texts]
    found = {key: _recalled(memory, key, text) for key, text in zip(keys, texts, strict=True)}
    fresh = [number for number, key in enumerate(keys) if found[key] is None]
    for number, body in zip(fresh, shared(read_bodies, [texts[n] for n in fresh], jobs, LEAST), strict=True):
        found[keys[number]] = body
        memory.keep(keys[number], (body.expressions, body.links, body.problems))
        if memory.cache is not None:
            memory.cache.write(f"tree-{keys[number]}", pickle.dumps(body.tree))
    memory.held |= found
    return [known for key in keys if (known := found[key]) is not None]


def _recalled(memory: Memory, key: str, text: Unread) -> Body | None:
    kept = memory.recall(key)
    if kept is None or memory.cache is None:
        return None
    if key in memory.held:
        body: Body = memory.held[key]
        return body
    expressions, links, problems = kept
    grow = partial(_tree, memory.cache, key, text)
    return Body(expressions=expressions, links=links, problems=problems, source=text.source, line=text.line, grow=grow)


def _tree(cache: Cache, key: str, text: Unread) -> tuple[Node, ...]:
    """The tree as it was kept; where the entry is gone or damaged, the text is read again."""
    stored = cache.read(f"tree-{key}")
    if stored is None:
        return read_body(*text).tree
    tree: tuple[Node, ...] = pickle.loads(stored)
    return tree
