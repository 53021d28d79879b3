"""The numbers before the items of lists: which of them no list counts up to."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.body import Element, Node
from sitegen.reading.patterns import later

HIGH = 100
"""Lists that begin here or above are taken for text that happens to begin with a number, as "2025. Then"."""
_NUMBER = later(r"[\t\n\f\r ]*([+-]?[0-9]+)")  # what a browser reads of an attribute


def uncounted(nodes: Iterable[Node]) -> frozenset[int]:
    """The lists and items, each by its id(), whose number no reader takes for one that counts items.

    A list may begin with any number below HIGH, or go on where an earlier one of the text ended; an item is one more
    than the last.
    """
    counter = _Counter()
    counter.count(nodes)
    return frozenset(counter.found)


class _Counter:
    """Counts through one text. next: the numbers of the next items of the lists around, None where items have none."""

    def __init__(self) -> None:
        self.found: list[int] = []
        self._ends: set[int] = set()
        self._next: list[int | None] = []

    def count(self, nodes: Iterable[Node]) -> None:
        """Counts the items in some nodes."""
        for node in nodes:
            if isinstance(node, Element):
                self._element(node)

    def _element(self, element: Element) -> None:
        if element.tag in ("ol", "ul"):
            first = _number(element.get("start"), 1)
            if element.tag == "ol" and not 0 <= first < HIGH and first - 1 not in self._ends:
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
