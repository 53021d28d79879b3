"""The site: its name, address, language, and what its home page leads with."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.history import ChangesShown
from sitegen.problems import Place
from sitegen.value import Value
from sitegen.words import Locale, Messages


class Licence(Struct, frozen=True, kw_only=True):
    """The licence of the data: its name and its address."""

    name: str
    url: str


class OwnWords(Struct, frozen=True):
    """`data/words.yaml`: the messages of the interface that the project changes, by id."""

    messages: Messages


class Pair(Value, frozen=True, eq=False, kw_only=True):
    """Two entities that a page compares, by their ids. place: of the pair in its list."""

    ASIDE = ("place",)
    one: str
    other: str
    place: Place

    @property
    def id(self) -> str:
        """What names the pair in links and charts."""
        return f"{self.one}-and-{self.other}"


class Site(Value, frozen=True, eq=False, kw_only=True):
    """`data/site.yaml`. base_url ends in a slash; locale: its language and its own words.

    accent: the colour of links and of what is chosen, for light and for dark; None for the theme's own.
    terms: names with digits in them, "HarmonyOS 4", which are no numbers to bind. tags: what readers see of a tag.
    compare: the pairs that have a page of their own. changes: which changes of the data are shown.
    """

    ASIDE = ("place", "places")
    name: str
    tagline: Text
    base_url: str
    locale: Locale
    as_of: Period | None
    repository: str | None
    contact: str | None
    licence: Licence | None
    accent: tuple[str, str] | None
    terms: tuple[str, ...]
    tags: Mapping[str, str]
    lead_ranking: str | None
    lead_chart: str | None
    lead_claims: tuple[str, ...]
    compare: tuple[Pair, ...] = ()
    changes: ChangesShown = field(default_factory=ChangesShown)
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    def tag(self, id: str) -> str:
        """A tag for readers: its label, else its id in words."""
        return self.tags.get(id, id.replace("-", " "))
