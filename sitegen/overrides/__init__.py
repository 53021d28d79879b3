"""What a project has in the place of the theme: is each file used, and can each stylesheet be read?"""

from sitegen.overrides.files import odd_overrides, theme_files

__all__ = ["odd_overrides", "theme_files"]
