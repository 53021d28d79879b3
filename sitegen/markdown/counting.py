"""The numbers before the items of lists: which of them nobody counted up to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.model.body import Element, Node

_NUMBER = re.compile(r"[\t\n\f\r ]*([+-]?[0-9]+)")  # what a browser reads of an attribute


def uncounted(nodes: Iterable[Node]) -> frozenset[int]:
    """The lists and items, each by its id(), whose number is neither the first nor one more than the last before it.

    A list may go on where an earlier one of the text ended: `1. 2. 3.`, a paragraph, `4. 5.`.
    """
    counter = _Counter()
    counter.count(nodes)
    return frozenset(counter.found)


class _Counter:
    """Counts through one text. next: the numbers of the next items of the lists around, None where items have none."""

    def __init__(self) -> None:
        self.found: list[int] = []
        self._ends: set[int] = {-1, 0}
        self._next: list[int | None] = []

    def count(self, nodes: Iterable[Node]) -> None:
        """Counts the items in some nodes."""
        for node in nodes:
            if isinstance(node, Element):
                self._element(node)

    def _element(self, element: Element) -> None:
        if element.tag in ("ol", "ul"):
            first = _number(element.get("start"), 1)
            if element.tag == "ol" and first - 1 not in self._ends:
                self.found.append(id(element))
            self._next.append(first if element.tag == "ol" else None)
        elif element.tag == "li" and self._next and (expected := self._next[-1]) is not None:
            number = _number(element.get("value"), expected)
            if number != expected:
                self.found.append(id(element))
            self._next[-1] = number + 1
        self.count(element.children)
        if element.tag in ("ol", "ul") and (after := self._next.pop()) is not None:
            self._ends.add(after - 1)


def _number(attribute: str | None, otherwise: int) -> int:
    match = _NUMBER.match(attribute or "")
    return int(match[1][:10]) if match else otherwise
