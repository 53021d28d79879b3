"""Stages, answers on capabilities and verdicts: words of the data, as readers read them."""

from __future__ import annotations

from sitegen.words.locale import Locale


def say_answer(function: str, word: str, locale: Locale) -> str:
    """A word that `entry`, `capability` or `verdict` answers in a check: "on sale", "partly", "unverified"."""
    match function:
        case "entry":
            return locale.say(f"expansion.stage.{word.replace(' ', '-')}")
        case "capability":
            return locale.say(f"capabilities.answer.{word}")
    return locale.say(f"claims.word.{word}")
