"""The cache: it remembers the results of pure functions by their inputs.

An entry is named by the hash of what went in and carries the hash of what came out, so that a damaged
entry is a miss. The folder may be deleted at any time. That hash keeps damage out and not forgers: whoever may
write into the folder decides what charts show, as whoever may change the code does (SECURITY.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.disk import replace_file, used


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of remembered texts; it is made when the first text is stored."""

    folder: Path

    def has(self, key: Iterable[bytes]) -> bool:
        """Whether the text for these inputs is there and whole."""
        return _read(self.folder / digest(key)) is not None

    def remember(self, key: Iterable[bytes], compute: Callable[[], str]) -> str:
        """The text that `compute` gives for these inputs: from the folder if it is there and whole, else computed.

        key: every input of the function, its own source among them. What cannot be stored is computed again next time.
        """
        path = self.folder / digest(key)
        text = _read(path)
        if text is None:
            text = compute()
            _store(path, text)
        else:
            used(path)
        return text


def digest(parts: Iterable[bytes]) -> str:
    """One hash of several inputs; moving bytes from one input to the next changes it."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


def _read(path: Path) -> str | None:
    """The stored text, or None if there is none or it is damaged."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        return body.decode() if head.decode() == digest([body]) else None
    except (OSError, UnicodeDecodeError):
        return None


def _store(path: Path, text: str) -> None:
    """Keeps the text; a cache that cannot be written slows a build and stops none."""
    body = text.encode()
    replace_file(path, digest([body]).encode() + b"\n" + body)
