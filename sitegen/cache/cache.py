"""The cache: it remembers the results of pure functions by their inputs.

An entry is named by the hash of what went in and carries a hash of its name and of what came out, so that an entry
that is damaged, or has the name of another, is a miss. The folder may be deleted at any time. It is trusted as the
code is: SECURITY.md.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from sitegen.disk import replace_file


class Cache(Struct, frozen=True):
    """A folder of remembered entries; it is made when the first one is stored."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The entry of a name, noted as used now; None if there is none or it is damaged."""
        path = os.path.join(self.folder, name)
        try:
            with open(path, "rb") as file:
                head, body = file.readline(), file.read()
            if head != _head(name, (body,)):
                return None
            os.utime(path)  # what is not used goes first
        except OSError:
            return None
        return body

    def write(self, name: str, *body: bytes) -> bool:
        """Keeps an entry, whose parts stand one behind another. False if it cannot be written: that slows a build and
        stops none."""
        return replace_file(self.folder / name, _head(name, body), *body)

    def open(self, name: str) -> int | None:
        """The file of an entry, opened so that parts of it are read, unchecked; None if there is none."""
        try:
            return os.open(os.path.join(self.folder, name), os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError:
            return None

    def forget(self, name: str) -> None:
        """Deletes an entry, if it is there."""
        with suppress(OSError):
            os.unlink(os.path.join(self.folder, name))

    def has(self, key: Iterable[bytes]) -> bool:
        """Whether the text for these inputs is there and whole."""
        return self.read(digest(key)) is not None

    def remember(self, key: Iterable[bytes], compute: Callable[[], str]) -> str:
        """The text that `compute` gives for these inputs: from the folder if it is there and whole, else computed.

        key: every input of the function, its own source among them. What cannot be stored is computed again next time.
        """
        name = digest(key)
        found = self.read(name)
        if found is not None:
            return found.decode(errors="surrogatepass")
        text = compute()
        self.write(name, text.encode(errors="surrogatepass"))
        return text


def digest(parts: Iterable[bytes]) -> str:
    """One hash of several inputs; moving bytes from one input to the next changes it."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


def _head(name: str, body: Iterable[bytes]) -> bytes:
    """The line before what an entry holds: a hash of its name, and of all that stands below."""
    sha = hashlib.sha256(name.encode() + b"\n")
    for part in body:
        sha.update(part)
    return sha.hexdigest().encode() + b"\n"


HEAD = len(_head("", ()))
"""So many bytes stand before what an entry holds."""
