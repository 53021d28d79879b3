"""Serving: the site from memory, made again when an input changes, and the browser reloaded."""

from sitegen.serve.loop import Built, serve
from sitegen.serve.places import Places
from sitegen.serve.server import Server

__all__ = ["Built", "Places", "Server", "serve"]
