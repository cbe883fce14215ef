"""Caches that cost nobody a page: what they cannot read is missing, what they cannot write is forgotten."""
