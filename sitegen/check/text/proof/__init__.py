"""What the words of a claim need of its check."""

from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.proof import Proof

__all__ = ["Lack", "Proof"]
