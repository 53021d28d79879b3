"""How charts look: axes, colours, marks, symbols, names and tips."""
