"""The words of the interface: one catalogue a language, read by Babel, in which a project may change any word."""

from sitegen.words.answers import say_answer
from sitegen.words.catalogue import PLURALS, Message, Messages, Plural, catalogue, forms, slots_of
from sitegen.words.locale import Locale
from sitegen.words.locales import locale_of

__all__ = [
    "PLURALS",
    "Locale",
    "Message",
    "Messages",
    "Plural",
    "catalogue",
    "forms",
    "locale_of",
    "say_answer",
    "slots_of",
]
