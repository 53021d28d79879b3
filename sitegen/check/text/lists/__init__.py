"""The words that the checks of texts look for, by language."""
