"""How much the members' documents take."""

from datetime import timedelta

LARGEST_BYTES = 200 * 1024 * 1024  # of one file
MOST_FILES = 100  # of one lot
DEEPEST_FOLDER = 6  # folders one inside another
MOST_IN_ARCHIVE = 500  # documents of one zip
MOST_MOVED = 500  # documents and folders put elsewhere at once
MOST_COMPARED = 300_000  # letters of each of two versions: an hour's reading, compared in a second or two
GIGABYTE = 1000**3

#: A file that arrived only in part; one that is whole and waits for its form, or was shared.
CUT_LIFETIME, UPLOAD_LIFETIME = timedelta(days=2), timedelta(days=30)
#: What the worker has not done by then was lost with its task.
LOST_AFTER = timedelta(minutes=10)

# ---- news -------------------------------------------------------------------------------------------------------------
#: Of what waited longer for the virus scanner nobody is told any more.
ANNOUNCED_WITHIN = timedelta(days=7)
#: A lot is announced whole; a file of it that the worker cannot look at does not hold the others longer.
LOT_TIME = timedelta(minutes=30)
#: That the words of a scanned PDF are not found is said for so long.
UNREAD_FILES_FOR = timedelta(days=14)
IN_PANEL = 5  # documents on a person's or a group's page, and on the first page

# ---- reading ----------------------------------------------------------------------------------------------------------
BY_PAGE = 30  # documents on a page of the list
ON_SHELF = 12  # pinned documents shown on top
RECENTLY_SEEN = 6
PAGES_AT_ONCE = 10  # pages of a PDF shown together, and drawn at one opening of its file
FIRST_PAGES = 3  # drawn when a document comes
MOST_CONVERTED = 30  # pages of an old office document that are drawn at one conversion
MOST_PRINTED = 500  # documents of a list on paper
MOST_TAKERS = 200  # lines of who took a document
MOST_ARCHIVE_BYTES = 2 * GIGABYTE
#: What is older than that is unread by nobody.
NEW_FOR = timedelta(days=90)
#: Somebody who takes the same version again within this time resumes, and is noted once.
SAME_TAKING = timedelta(hours=1)
ARCHIVE_LIFETIME = timedelta(days=7)
