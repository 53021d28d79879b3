"""The preview law: the blocks of a document are those that GitHub shows, or the difference is a Problem."""
