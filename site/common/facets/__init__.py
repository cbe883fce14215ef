"""The facet index: what a filtered list knows of its rows, in the memory of the process.

`rows.FacetRows` is one state of it, `changes.FacetChange` says what changed since, `index.FacetIndex` keeps the last state up to
date. A list declares its rows and their facets in its `facets.py`.
"""
