"""What the bell shows."""


def unread(request) -> dict:
    """Context processor: `unread_count`, a callable so that public pages ask nothing of the database."""
    return {"unread_count": lambda: 0}
