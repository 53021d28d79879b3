"""Texts in which a check found nothing: remembered, and not read again while all that decides is as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import TypeVar

from sitegen.cache import Memory
from sitegen.check.data import Finding
from sitegen.check.text import FIGURE, REACHING, Passage, way_to
from sitegen.expressions import Fragment, Value
from sitegen.model.basics.text import Expression
from sitegen.model.document import Document
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.processes import Processes
from sitegen.recall import Known, Recall, Recalled
from sitegen.register.kind import is_shown
from sitegen.register.register import Register

_ELSEWHERE = frozenset({"expressions", "subject", "locate", "claim", "heads"})
"""The fields of a passage that say nothing, or are looked at by themselves."""
_rest = attrgetter(*(name for name in Passage.__struct_fields__ if name not in _ELSEWHERE))
LEAST = 100
"""So many documents make up for a copy of the process."""
Found = TypeVar("Found", Finding, Problem)


class Quiet:
    """What decides what the checks of texts find in a document.

    values: of the expressions that could be evaluated. recall: of what the data say of their figures. processes: those
    that may check.
    """

    def __init__(
        self,
        memory: Memory,
        register: Register,
        values: Known[Expression, Value],
        drafts: bool,
        recall: Recall,
        processes: Processes | None = None,
    ) -> None:
        self._recall = recall
        self._memory, self._values, self._processes = memory, values, processes or Processes()
        self._named = memory.key("names", *map(repr, _named(register.tracker)))
        self._targets = memory.key("targets", *map(repr, _targets(register, drafts)))
        self._claims, self._series = register.tracker.claims, register.tracker.series
        self._said: dict[str, str] = {}

    def linted(self, document: Document) -> tuple[str, ...]:
        """All that decides what the lints find in a document except for places and hints: its texts, what its
        expressions print there, and what has a name."""
        front = (document.title, document.summary, document.image_alt, document.authors, document.tags)
        printed = tuple(map(self._print, document.expressions))
        texts = (document.body.source, *(text.raw for text in document.front)) if printed else ()
        ways = map(self._way, self._reaching(texts)) if texts else ()
        return (document.body.print, repr(front), *printed, self._named, *ways)

    def linked(self, document: Document) -> tuple[str, ...]:
        """All that decides whether the links of a document lead somewhere, and somebody wrote it: text and targets."""
        return document.body.print, str(document.draft), self._targets

    def check(
        self,
        documents: Sequence[Document],
        decides: Callable[[Document], Iterable[str]],
        find: Callable[[Sequence[Document]], Iterable[Found]],
    ) -> list[Found]:
        """What a check finds; it is given the documents that are not known to be quiet."""
        keys = {d.path: self._memory.key(decides.__name__, d.path, *decides(d)) for d in documents}
        unread = [document for document in documents if self._memory.recall(keys[document.path]) is None]
        parts: list[list[Found]] = self._processes.begin(lambda part: list(find(part)), unread, LEAST).results()
        found: list[Found] = [each for part in parts for each in part]
        loud = set(map(_path, found))
        for document in unread:
            if document.path not in loud:
                self._memory.keep(keys[document.path], True)
        return found

    def lint(
        self,
        documents: Sequence[Document],
        passages: Callable[[Sequence[Document]], Iterable[Passage]],
        find: Callable[[Iterable[Passage]], Iterable[Finding]],
    ) -> list[Finding]:
        """What a lint finds in documents; in one that changed it reads the passages that were not there before."""
        read: dict[str, frozenset[bytes]] = {}

        def unread(some: Sequence[Document]) -> Iterator[Passage]:
            for document in some:
                known: frozenset[bytes] = self._memory.recall(self._passages(document.path)) or frozenset()
                every = [(self._passage(passage), passage) for passage in passages([document])]
                read[document.path] = frozenset(print for print, _ in every)
                yield from (each for print, each in every if each.claim is not None or print not in known)

        found = self.check(documents, self.linted, lambda some: find(unread(some)))
        for path in read.keys() - set(map(_path, found)):
            self._memory.keep(self._passages(path), read[path])
        return found

    def of_data(self, name: str, decides: Iterable[str], find: Callable[[], Iterable[Found]]) -> list[Found]:
        """What a check finds that reads data. name: of the check. decides: all that decides what it finds."""
        key = self._memory.key(name, *decides)
        found = [] if self._memory.recall(key) else list(find())
        if not found:
            self._memory.keep(key, True)
        return found

    def _passages(self, path: str) -> str:
        return self._memory.key("quiet passages", path, self._named)

    def _passage(self, passage: Passage) -> bytes:
        """A hash of all that decides what the lints find in a passage that is no claim, except for `_named`."""
        printed = [(offset, each.source, self._print(each)) for offset, each in passage.expressions.items()]
        reach = passage.expressions.values() if "to" in passage.words else ()
        ways = [self._way(address) for each in reach for address in _figure(each)]
        heads = [(head.words, dict(head.names)) for head in passage.heads]
        said = repr((_rest(passage), printed, passage.subject.entities, passage.subject.series, ways, heads))
        return hashlib.blake2b(said.encode(errors="surrogatepass"), digest_size=8).digest()

    def _print(self, expression: Expression) -> str:
        if expression.source not in self._said:
            result = self._values.found.get(expression)
            said = "" if result is None else f"{result.print} {self._stated(result)} {self._counted(expression)}"
            self._said[expression.source] = said
        return self._said[expression.source]

    def _counted(self, expression: Expression) -> str:
        """What the series of its figures count, and where: it decides which words beside them are right."""
        names = (address.partition("@")[0].partition(".") for address in _figure(expression))
        every = (self._series.get((entity, metric)) for entity, _, metric in names)
        return repr([(series.region, series.definition) for series in every if series is not None])

    def _reaching(self, texts: tuple[str, ...]) -> list[str]:
        """The addresses of the figures that words of some texts reach."""
        key = self._memory.key("reaching", *texts)
        return self._memory.remember(key, lambda: [address for text in texts for address in REACHING.findall(text)])

    def _way(self, address: str) -> str:
        """Which way a count came to a figure, which decides of words such as "fell to" before it."""
        return self._recall.of(f"way {address}", partial(way_to, address)).digest

    def _stated(self, result: Recalled[Value]) -> str:
        """What a claim says and asks whose verdict is printed, or to which words are bound: it decides what may stand
        beside them."""
        value = result.value if result.kind is Fragment else None
        said = isinstance(value, Fragment) and value.kind in ("claim", "holds")
        claim = self._claims.get(value.id) if isinstance(value, Fragment) and said else None
        return "" if claim is None else repr((claim.text, claim.about, [line.source for line in claim.tests]))


def _figure(expression: Expression) -> list[str]:
    return FIGURE.findall(expression.source)


def _path(found: Finding | Problem) -> str:
    return found.problem.place.path if isinstance(found, Finding) else found.place.path


def _named(tracker: Tracker) -> tuple[object, ...]:
    capabilities = [(each.id, each.label) for each in tracker.capabilities.values()]
    return tracker.site, tracker.entities, tracker.metrics, tracker.own_places, tracker.sources, capabilities


def _targets(register: Register, drafts: bool) -> tuple[object, ...]:
    """Everything that a link may lead to, and whether it is shown."""
    things = ((kind.name, id, kind.url(id, thing), is_shown(thing, drafts)) for kind, id, thing in register.every)
    documents = ((each.path, each.draft) for each in register.tracker.documents.values())
    home = register.tracker.site.base_url
    return home, *things, *documents, *(file.path for file in register.tracker.files)
