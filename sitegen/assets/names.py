"""The assets of a site: the theme's files, each under a name that holds a hash of its content once the site is public.

Browsers may keep such a file for ever. Pages, stylesheets and overrides name every file plainly; the names are put in
where pages and stylesheets are finished. At an address that nobody else can open the plain names stay, so that a
changed stylesheet makes no page anew in `sitegen serve`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from sitegen.edition import Edition
from sitegen.pages.recalled import colours_in
from sitegen.pages.record.card import published
from sitegen.theme import Theme
from sitegen.tokens import running_head, stylesheet
from sitegen.urls import ASSETS, output_path

SHEET = "site.css"
PLAIN = (".txt", ".md")
"""Texts for people, such as licences, keep their names."""
_TAG = re.compile(r"<[a-z][^<>]*assets/[^<>]*>")


class Names(Struct, frozen=True, dict=True):
    """The public names of assets, by their plain ones; none where all are public as they are."""

    public: Mapping[str, str]

    def page(self, html: str) -> str:
        """The HTML of a page that names assets as they are published."""
        return _TAG.sub(lambda tag: self._named.sub(self._public, tag[0]), html) if self.public else html

    @cached_property
    def _named(self) -> re.Pattern[str]:
        choices = "|".join(map(re.escape, sorted(self.public, key=len, reverse=True)))
        return re.compile(rf'(?<=["/ ]assets/)({choices})(?=["?# ])')

    def _public(self, name: re.Match[str]) -> str:
        return self.public[name[1]]


class Assets(Struct, frozen=True, dict=True):
    """files: contents by the plain name below `/assets/`. names: those by which they are published."""

    files: Mapping[str, bytes]
    names: Names

    @classmethod
    def of(cls, theme: Theme, edition: Edition) -> Assets:
        """The theme's assets with its stylesheets as one, behind the tokens."""
        tokens = stylesheet(colours_in(edition))
        head = running_head(edition.tracker.site.name)
        files = {SHEET: "".join([tokens, head, *theme.styles.values()]).encode(), **theme.assets}
        if not published(edition.base_url):
            return cls(files, Names({}))
        named = [name for name in theme.assets if not name.endswith(PLAIN)]
        names = {name: _hashed(name, files[name]) for name in named}
        sheet = _in_sheet(files[SHEET].decode(), names).encode()
        return cls({**files, SHEET: sheet}, Names({**names, SHEET: _hashed(SHEET, sheet)}))

    @property
    def outputs(self) -> Mapping[str, bytes]:
        """Contents by the path in the output folder."""
        return {
            output_path(ASSETS + self.names.public.get(name, name)): content for name, content in self.files.items()
        }

    @property
    def renamed(self) -> Mapping[str, str]:
        """The path of each file that has a name of its own, by the path that pages name."""
        return {output_path(ASSETS + name): output_path(ASSETS + new) for name, new in self.names.public.items()}


def _hashed(name: str, content: bytes) -> str:
    """`site.css` as `site.1f8b3c5d.css`."""
    path = PurePosixPath(name)
    return str(path.with_suffix(f".{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"))


def _in_sheet(css: str, names: Mapping[str, str]) -> str:
    """A stylesheet whose `url()` name assets as they are published."""
    return re.sub(r"""(url\(["']?)([^"'()]+)(?=["']?\))""", lambda found: found[1] + names.get(found[2], found[2]), css)
