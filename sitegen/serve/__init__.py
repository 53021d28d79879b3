"""Serving: the site from memory, made again when an input changes, and the browser reloaded."""

from sitegen.serve.server import Built, Server, serve

__all__ = ["Built", "Server", "serve"]
