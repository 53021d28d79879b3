"""Which values answer: those that count, rivals, parts and wholes, what is worked out."""
