"""sitegen: a static site generator for market trackers in which every number is traced."""

__version__ = "0.1.0"
