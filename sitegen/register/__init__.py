"""The register: what a tracker has of each kind, and every text with what it is about."""
