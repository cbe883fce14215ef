"""Things that stand in the landscapes: houses, trees, boats, people, feasts, tables."""
