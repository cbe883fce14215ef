"""« Toujours vrai ? »: who is responsible for a document is asked on the day they chose."""

from common.models import SharedDocument
from common.responsibility import remind_responsible
from intranet.documents.notifications import DocumentToCheck
from notifications.actions import notify


def remind_owners() -> int:
    """Ask who is responsible for each document whose day has come, and again after a month; gives how many were asked."""
    return remind_responsible(SharedDocument.objects.shared(), lambda document: notify(DocumentToCheck(document)))
