"""Expansion: who is where abroad: the overview, a page for each plan, and the markets of a company as rows."""
