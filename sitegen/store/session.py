"""What the builds of one process remember together: on the disk, and in memory from one to the next."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.cache import Cache, Memory
from sitegen.disk import Known
from sitegen.settings import CACHE, Settings
from sitegen.store.fingerprint import of_code
from sitegen.store.memory import UnitMemory
from sitegen.templates import Templates
from sitegen.words import Locale


class Session:
    """The memory of `sitegen serve`, which builds again and again; a single build has one of its own.

    files: what was read of the project already.
    """

    def __init__(self, settings: Settings, files: Known | None = None) -> None:
        self.cache = Cache(settings.project / CACHE) if settings.cache else None
        self.code = of_code()
        self.memory = Memory(self.cache, self.code, files)
        self._units = UnitMemory(None, "")
        self._templates = Templates({}, Locale())

    def units(self, key: str) -> UnitMemory:
        """The units that were made with this key."""
        if self._units.key != key:
            self._units = UnitMemory(self.cache, key)
        return self._units

    @property
    def used(self) -> frozenset[str]:
        """The entries of the cache that the last build rests on, beside those of its outputs."""
        return frozenset((*self.memory.used, *self._units.used))

    def templates(self, texts: Mapping[str, str], locale: Locale) -> Templates:
        """The templates of these texts, read by Jinja once."""
        if (self._templates.texts, self._templates.locale) != (texts, locale):
            self._templates = Templates(texts, locale, self.cache, self.code)
        self._templates.late = None
        return self._templates

    def save(self) -> None:
        """Writes what the last build kept; without it the next process is slower, and no worse."""
        self.memory.save()
        self._units.save()
