"""Pictures for shared links: a card, laid out by the template `card.svg`, as a PNG of 1200 × 630 pixels."""

from sitegen.cards.cards import cards
from sitegen.cards.face import Faces

__all__ = ["Faces", "cards"]
