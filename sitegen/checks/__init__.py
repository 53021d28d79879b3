"""Checks of the data: a table of functions from figures to findings, and the runner that hears `accepted`."""

from sitegen.checks.finding import Check, Finding, Owner
from sitegen.checks.run import CHECKS, check_data

__all__ = ["CHECKS", "Check", "Finding", "Owner", "check_data"]
