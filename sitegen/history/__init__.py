"""History: what git says of the project's data, read loosely, as changes of figures."""

from sitegen.history.read import history
from sitegen.history.repository import state

__all__ = ["history", "state"]
