"""Query planner statistics of the database."""

from django.db import connection


def refresh_statistics() -> None:
    """Let SQLite see how many rows an index parts (https://www.sqlite.org/lang_analyze.html): without it, it takes any index
    for a good one. Some ten milliseconds; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 400")
            cursor.execute("ANALYZE")
