"""Which picture a shared link to a page shows."""

from __future__ import annotations

from msgspec import Struct

from sitegen import urls
from sitegen.pages.context import Context
from sitegen.pages.record.card import HEIGHT, WIDTH, Card, published
from sitegen.pages.words.show import plain


class Shared(Struct, frozen=True, kw_only=True):
    """The picture of a page where a link to it is shared. url: a whole one. size: width and height, if known."""

    url: str
    alt: str
    size: tuple[int, int] | None


def shared(context: Context, url: str, image: tuple[str, str] | None, card: Card | None) -> Shared | None:
    """The author's own picture, else the page's card or that of the site where others can open the address.

    url: of the page. image: the URL and the words of the author's own.
    """
    base = context.edition.base_url
    if image is not None:
        return Shared(url=urls.whole(base, image[0]), alt=image[1], size=context.size(image[0]))
    if not published(base):
        return None
    page, alt = (urls.HOME, _site(context)) if card is None else (url, card.said)
    return Shared(url=urls.whole(base, urls.card_url(page)), alt=alt, size=(WIDTH, HEIGHT))


def _site(context: Context) -> str:
    """The card of the site in words, as far as they are the same whatever the data say."""
    site = context.tracker.site
    return " · ".join(filter(None, (site.name, plain(site.tagline, context.edition))))
