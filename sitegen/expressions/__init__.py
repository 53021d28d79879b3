"""Expressions: what stands between `{{` and `}}`, evaluated to a typed value or a Problem."""

from sitegen.expressions.evaluate import Expressions, outcome
from sitegen.expressions.given import given, named
from sitegen.expressions.values import Fragment, FragmentKind, Value, check_text
from sitegen.expressions.words import unknown

__all__ = ["Expressions", "Fragment", "FragmentKind", "Value", "check_text", "given", "named", "outcome", "unknown"]
