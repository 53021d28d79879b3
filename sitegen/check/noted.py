"""The lint of documents notes what it reads: a text in which it found nothing is read again once that changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from sitegen.cache import Memory, digest
from sitegen.check.data import Finding
from sitegen.check.evaluated import Evaluated
from sitegen.check.quiet import LEAST
from sitegen.check.text import Lint, Passage, passages
from sitegen.model.document import Document
from sitegen.packing import print_of
from sitegen.processes import Processes
from sitegen.recall import results
from sitegen.recall.reads import ALL, Noted, Reads

VALUES, VERDICTS = "values", "verdicts"
Find = Callable[[Lint, Passage], Iterable[Finding]]
Read = tuple[tuple[str, ...], str]
"""The keys of what was read, and one hash of all that stood behind them."""
_words = attrgetter(*sorted({*Passage.__struct_fields__} - {"locate", "expressions", "subject", "claim", "heads"}))


class NotedLint:
    """The lint of the documents that are shown.

    memory: of the texts in which it found nothing, with what it read of each. processes: those that may read.
    """

    def __init__(self, whole: Evaluated, memory: Memory, processes: Processes | None = None) -> None:
        self._whole, self._memory, self._processes = whole, memory, processes or Processes()
        self._reads, self._read_alike = Reads(), dict[tuple[str, ...], Read]()
        noted = (Noted(VALUES, whole.values, self._reads), Noted(VERDICTS, whole.verdicts, self._reads))
        self._lint = Lint(whole.recall.noting(self._reads), *noted, whole.wording)
        self._wording = print_of((sorted(whole.wording.names), sorted(whole.wording.units)))
        self._prints: dict[str, str] = {}
        self._wholly: tuple[str, ...] = ()

    def find(self, find: Find = Lint.find) -> list[Finding]:
        """What the lint finds. find: what of a passage is reported, all that it finds or less."""
        keys = {document.path: self._key(document) for document in self._whole.shown}
        unread = [
            document for document in self._whole.shown if not self._holds(self._memory.recall(keys[document.path]))
        ]
        found: list[Finding] = []

        def read(part: Sequence[Document]) -> list[tuple[list[Finding], dict[bytes, Read]]]:
            return [self._document(document, find) for document in part]

        parts = self._processes.begin(read, unread, LEAST).results()
        for document, (findings, reads) in zip(unread, (each for part in parts for each in part), strict=True):
            found += findings
            self._memory.keep(self._passages(document), reads)
            if not findings:
                every = tuple(dict.fromkeys(key for read_keys, _ in reads.values() for key in read_keys))
                self._memory.keep(keys[document.path], self._read(every))
        return found

    def _document(self, document: Document, find: Find) -> tuple[list[Finding], dict[bytes, Read]]:
        """What is found in a document, and what was read for each passage in which nothing was."""
        found: list[Finding] = []
        known: Mapping[bytes, Read] = self._memory.recall(self._passages(document)) or {}
        quiet: dict[bytes, Read] = {}
        for passage in passages(self._whole.register, [document]):
            print = _print(passage)
            read = known.get(print)
            if read is None or not self._holds(read):
                findings = list(find(self._lint, passage))
                found += findings
                read = None if findings else self._read(self._taken())
            if read is not None:
                quiet[print] = read
        return found, quiet

    def _key(self, document: Document) -> str:
        """The key of a document: all that it says itself, what it is about, and the words that are looked for."""
        front = (document.title, document.summary, document.image_alt, document.authors, document.tags)
        said = repr((front, self._whole.register.subject(document)))
        return self._memory.key("texts", document.path, document.body.print, said, self._wording)

    def _passages(self, document: Document) -> str:
        return self._memory.key("passages", document.path, self._wording)

    def _taken(self) -> tuple[str, ...]:
        """What was read since the last passage, and the kinds of things that were read whole before.

        What is worked out once for all texts asks for whole kinds: every text after it rests on these.
        """
        keys = self._reads.keys
        if keys != self._wholly:
            self._wholly = tuple(key for key in keys if key.endswith(f":{ALL}"))
            self._reads.clear()
            self._reads.add(self._wholly)
        return keys

    def _read(self, keys: tuple[str, ...]) -> Read:
        if keys not in self._read_alike:
            self._read_alike[keys] = keys, digest(self._behind(key).encode() for key in keys)
        return self._read_alike[keys]

    def _holds(self, read: Read | None) -> bool:
        """Whether all that was read is as it was."""
        return read is not None and read[1] == self._read(read[0])[1]

    def _behind(self, key: str) -> str:
        """The print of what stands behind a key."""
        if key not in self._prints:
            kind, _, name = key.partition(":")
            if kind == VALUES:
                self._prints[key] = self._by_source.get(name, "")
            elif kind == VERDICTS:
                self._prints[key] = self._judged.get(name, "")
            else:
                self._prints[key] = self._whole.recall.print_at(key)
        return self._prints[key]

    @cached_property
    def _by_source(self) -> Mapping[str, str]:
        return {expression.source: result.print for expression, result in self._whole.values.found.items()}

    @cached_property
    def _judged(self) -> Mapping[str, str]:
        return {id: result.print for id, result in results(self._whole.verdicts).items()}


def _print(passage: Passage) -> bytes:
    """A hash of all that a passage says itself."""
    claim = passage.claim and print_of(passage.claim)
    about = (passage.subject.entities, passage.subject.series, claim)
    printed = [(offset, each.source) for offset, each in passage.expressions.items()]
    said = repr((_words(passage), printed, about, [_print(head) for head in passage.heads]))
    return hashlib.blake2b(said.encode(errors="surrogatepass"), digest_size=8).digest()
