"""Problems: what is wrong in the input, the table of their codes, and how they are reported."""

from sitegen.problems.problem import Named, Place, Problem, Severity, SitegenError, did_you_mean, undeclared_source

__all__ = ["Named", "Place", "Problem", "Severity", "SitegenError", "did_you_mean", "undeclared_source"]
