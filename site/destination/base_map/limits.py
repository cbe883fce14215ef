"""How large a file and a base map may be."""

from datetime import timedelta

#: Bytes of a file for the command: a region takes 250 to 400 million, the whole country 4 500 million.
LARGEST_FILE = 1_500_000_000
#: Bytes of a file that is dropped on a page: what the shipped proxies let through. A département takes 15 to 60 million.
LARGEST_UPLOAD = 100_000_000
#: Bytes of a GeoJSON file, which is read whole.
LARGEST_GEOJSON = 60_000_000
#: Bytes of all tiles of a map. A département takes some 20 million; backups hold them too.
MOST_BYTES = 250_000_000
#: Degrees around the communes' outlines: about ten kilometres, where visitors come from and what they see from above.
MARGIN = 0.1
#: Degrees across: a territory that is wider than four départements is a typing error in a position.
WIDEST = 6.0
#: An unfinished map of which nothing was heard for so long is that of a process that was killed.
SILENCE = timedelta(minutes=20)
