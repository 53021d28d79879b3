"""Checks of the data: a table of functions from figures to findings, and the runner that hears `accepted`."""

from sitegen.check.data.finding import Check, Finding
from sitegen.check.data.run import OF_ALL, OF_SERIES, check_data, data_findings

__all__ = ["OF_ALL", "OF_SERIES", "Check", "Finding", "check_data", "data_findings"]
