"""The small sites of tests/sites in memory: each is built once for all the modules that read it in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitegen.build import Result, make
from sitegen.settings import Settings

SITES = Path(__file__).parent / "sites"


@cache
def made(site: str, base_url: str | None = None) -> Result:
    """A site as it is built from nothing; any warning stops it. base_url: another address than its own."""
    return make(Settings(project=SITES / site, base_url=base_url, cache=False), lambda stage: None)


@cache
def made_pages(site: str) -> Mapping[str, str]:
    """The pages of a site, by path."""
    return {path: content.decode() for path, content in made(site).outputs.items() if path.endswith(".html")}
