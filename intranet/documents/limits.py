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
