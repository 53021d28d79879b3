"""The bodies of documents, remembered below `.sitegen-cache/`: each is a pure function of its text and its place."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence

from sitegen.cache import Cache
from sitegen.model.body import Body
from sitegen.processes import shared
from sitegen.reading.markdown import Unread, read_bodies
from sitegen.store.fingerprint import of_code

LEAST = 40
"""So many bodies make up for starting one more process, which loads Python-Markdown first."""


class Bodies:
    """Reads bodies: those that it remembers from one file, the others by at most `jobs` processes.

    cache: where they are kept, or None to remember nothing. It is trusted as the code is: SECURITY.md.
    """

    def __init__(self, cache: Cache | None, jobs: int) -> None:
        self._cache, self._name = cache, f"bodies-{of_code()}"
        self._jobs = jobs

    def read(self, texts: Sequence[Unread]) -> list[Body]:
        """The body of each text, in order."""
        known = self._known()
        keys = [hashlib.sha256(repr(text).encode(errors="surrogatepass")).hexdigest() for text in texts]
        fresh = [number for number, key in enumerate(keys) if key not in known]
        made = shared(read_bodies, [texts[number] for number in fresh], self._jobs, LEAST)
        new = {keys[number]: pickle.dumps(body) for number, body in zip(fresh, made, strict=True)}
        if self._cache is not None and (new or known.keys() > set(keys)):
            self._cache.write(self._name, pickle.dumps({key: new.get(key) or known[key] for key in keys}))
        bodies = dict(zip((keys[number] for number in fresh), made, strict=True))
        return [bodies[key] if key in bodies else pickle.loads(known[key]) for key in keys]

    def _known(self) -> dict[str, bytes]:
        stored = None if self._cache is None else self._cache.read(self._name)
        found: dict[str, bytes] = {} if stored is None else pickle.loads(stored)
        return found
