"""How much the members' documents take."""

LARGEST_BYTES = 200 * 1024 * 1024  # of one file
MOST_FILES = 100  # of one lot
DEEPEST_FOLDER = 6  # folders one inside another
MOST_IN_ARCHIVE = 500  # documents of one zip
