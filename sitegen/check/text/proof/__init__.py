"""What the words of a claim need of its check."""

from sitegen.check.text.proof.around import Around
from sitegen.check.text.proof.beyond import about_others, other_financial_years, other_periods, other_things
from sitegen.check.text.proof.entered import other_places
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.numbered import unasked
from sitegen.check.text.proof.proof import Proof

__all__ = [
    "Around",
    "Lack",
    "Proof",
    "about_others",
    "other_financial_years",
    "other_periods",
    "other_places",
    "other_things",
    "unasked",
]
