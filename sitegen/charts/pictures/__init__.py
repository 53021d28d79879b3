"""Pictures of claims: what a check compares, as points with whiskers, and what it claims."""

from sitegen.charts.pictures.drawing import draw
from sitegen.charts.pictures.plan import PICTURE, pictures
from sitegen.charts.pictures.sides import READINGS

__all__ = ["PICTURE", "READINGS", "draw", "pictures"]
