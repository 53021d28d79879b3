"""The small sites of tests/sites: each is built once in a run for all modules, and for all workers, that read it."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

from sitegen.build import Result, make
from sitegen.settings import Settings

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
"""A picture of one black pixel."""
SITES = Path(__file__).parent / "sites"
SHARED = "SITEGEN_TESTS_SHARED"
"""The variable that names a folder which the workers of a run share."""
Value = TypeVar("Value")


def once(name: str, compute: Callable[[], Value]) -> Value:
    """What `compute` gives: the first worker of a run that asks for the name computes it, the others read it.

    name: one that no other result of the run has.
    """
    folder = os.environ.get(SHARED)
    if folder is None:
        return compute()
    path = Path(folder) / f"once-{sha256(name.encode()).hexdigest()[:16]}"
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            return cast(Value, pickle.loads(path.read_bytes()))
        found = compute()
        path.write_bytes(pickle.dumps(found))
        return found


@cache
def made(site: str, base_url: str | None = None) -> Result:
    """A site as it is built from nothing; any warning stops it. base_url: another address than its own."""
    settings = Settings(project=SITES / site, base_url=base_url, cache=False)
    return once(f"{site} at {base_url}", lambda: make(settings, lambda stage: None))


@cache
def made_pages(site: str) -> Mapping[str, str]:
    """The pages of a site, by path."""
    return {path: content.decode() for path, content in made(site).outputs.items() if path.endswith(".html")}
