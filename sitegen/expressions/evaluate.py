"""Evaluates the expressions of texts. Evaluation is pure: one source, one value."""

from __future__ import annotations

from sitegen.expressions.grammar import check
from sitegen.expressions.hints import way_out
from sitegen.expressions.interpret import Interpreter
from sitegen.expressions.operand import MissingFigure, Operand
from sitegen.expressions.values import Fragment, Value
from sitegen.expressions.words import Words
from sitegen.figures import Figure, FigureError, Figures, Missing
from sitegen.figures.arithmetic.soundness import refuse_unsound
from sitegen.model.basics.address import Address
from sitegen.model.basics.text import STRING, Expression
from sitegen.problems import Problem
from sitegen.reading.characters import control
from sitegen.reading.syntax import Fault, parse


class Expressions:
    """Evaluates the expressions of one tracker; the value of a source is computed once and kept."""

    def __init__(self, figures: Figures) -> None:
        words = Words(figures)
        self._figures = figures
        self._kept: dict[str, Value | Fault] = {}
        self._interpreter = Interpreter(words.functions, words.filters)

    def evaluate(self, expression: Expression) -> Value | Problem:
        """The value of an expression, or the Problem at the place in it that is wrong."""
        source = expression.source
        if source not in self._kept:
            self._kept[source] = self.outcome(source)
        outcome = self._kept[source]
        return outcome.at(expression) if isinstance(outcome, Fault) else outcome

    def outcome(self, source: str) -> Value | Fault:
        """The value of a source, or why it has none."""
        try:
            tree = parse(source)
            check(tree)
            return self._sound(_value(self._interpreter.value(tree)))
        except Fault as fault:
            return fault
        except MissingFigure as error:
            return self._missing(source, error.missing)
        except FigureError as error:
            return Fault(error.code, error.message, error.hint)
        except (TypeError, ValueError, ArithmeticError, RecursionError):
            return Fault("expression-value", "the expression cannot be computed", "write it as in the table of figures")

    def _sound(self, value: Value) -> Value:
        """The value, if it is one that a text may print."""
        if isinstance(value, Figure):
            refuse_unsound(self._figures, value)
        return value

    def _missing(self, source: str, missing: Missing) -> Fault:
        """The fault of an address without an answer; underlines it as it was written."""
        written = next((text[1:-1] for text in STRING.findall(source) if _reads_as(text[1:-1], missing.address)), "")
        address = written or str(missing.address)
        return Fault("missing-figure", f"{address}: {missing.reason}", way_out(missing, self._figures), written)


def outcome(source: str, figures: Figures) -> Value | Fault:
    """What a source comes to by some figures, or why it has no value."""
    return Expressions(figures).outcome(source)


def _reads_as(text: str, address: Address) -> bool:
    try:
        return Address.parse(text) == address
    except ValueError:
        return False


def _value(result: object) -> Value:
    """The result as one of the kinds of values; raises Fault for any other."""
    match result:
        case Operand():
            return result.figure
        case Fragment(text=text, reason=reason) if control(text + reason):
            raise Fault("control-character", "the text holds a character that nobody can see", "take the \\u… out")
        case Fragment():
            return result
    raise Fault("expression-value", "the expression has no value", 'write {{ fig("acme.sales@2025-Q1") }}')
