"""What a search found, as the page shows it."""

from search.presenters.results import PAGE_SIZE, Results, search, suggest

__all__ = ["PAGE_SIZE", "Results", "search", "suggest"]
