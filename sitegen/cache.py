"""The cache: it remembers the results of pure functions by their inputs.

An entry is named by the hash of what went in and carries a hash of its name and of what came out, so that an entry
that is damaged, or has the name of another, is a miss. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.disk import replace_file


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of remembered entries; it is made when the first one is stored."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The entry of a name, noted as used now; None if there is none or it is damaged."""
        path = self.folder / name
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            if head != digest([name.encode(), body]).encode():
                return None
            os.utime(path)  # what is not used goes first
        except OSError:
            return None
        return body

    def write(self, name: str, body: bytes) -> bool:
        """Keeps an entry; False if it cannot be written: that slows a build and stops none."""
        return replace_file(self.folder / name, digest([name.encode(), body]).encode() + b"\n" + body)

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
