"""Communes from a file of outlines, or from their names."""
