"""What the members' documents do by the clock."""

from common import scanning
from common.clock import daily, every
from intranet.documents.actions import announcing, archives, cleanup, still_true
from intranet.documents.tasks import make_archive, scan_older_files


@daily(at="07:14")
def ask_whether_documents_are_still_true() -> None:
    still_true.remind_owners()


@every(minutes=1)
def announce_documents() -> None:
    announcing.announce_news()


@daily(at="03:22")
def clear_old_document_uploads() -> None:
    cleanup.delete_old_uploads()
    cleanup.drop_forgotten_pieces()
    archives.delete_old_archives()


@every(minutes=10)
def take_up_lost_documents() -> None:
    cleanup.queue_lost_work()
    archives.queue_lost_archives(make_archive.enqueue)


@every(minutes=10)
def scan_documents_of_before() -> None:
    if scanning.has_stored_files():
        scan_older_files.enqueue()
