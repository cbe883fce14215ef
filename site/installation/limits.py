"""How long the setup link works, and how large a file of outlines may be."""

from datetime import timedelta

#: A link that opens everything and stands in a log: long enough for an installation begun on a Friday.
LINK_LIFETIME = timedelta(days=3)

#: Bytes. All communes of the country, at the state's resolution of a hundred metres, take 45 million.
LARGEST_FILE = 60_000_000
#: Characters of one feature: the largest commune of the state's finest file takes half a million.
LARGEST_FEATURE = 4_000_000
#: Communes of one territory; the département with most of them has 890.
MOST_COMMUNES = 1_000
#: Points of one outline that are stored; the map draws far fewer (`places.presenters.outlines`).
MOST_POINTS = 2_000
#: A file that waits for its reader to choose among its communes is forgotten after this time.
FILE_LIFETIME = timedelta(days=1)

#: Seconds that a mail server has to answer who tries its address in a form.
MAIL_SECONDS = 10
#: Test mails that one person may send in an hour.
TEST_MAILS_AN_HOUR = 20
