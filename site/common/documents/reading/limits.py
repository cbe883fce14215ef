"""How much is read of one document. A file can be written to be endless; these bounds are what a reader meets in life."""

#: Letters of a document: a novel of a thousand pages. What follows is not found by its words, and the reading says so.
MOST_TEXT = 2_000_000
#: Letters of what is shown of a text in the page, tags included: some fifty pages.
MOST_HTML = 300_000
MOST_PAGES = 5_000
#: Bytes of XML that are unpacked of one office document: 49 kB can hold 50 MB, and more.
MOST_UNPACKED = 64 * 1024**2
#: Bytes of XML of a workbook, which is read by a library that takes all of a sheet: 10 bytes of memory for one of these.
MOST_UNPACKED_OF_SHEETS = 100 * 1024**2
#: Entries of a ZIP: its directory takes some 700 bytes of memory for each, and no office document has a tenth of these.
MOST_ENTRIES = 10_000
#: How deep tags may stand in one another.
DEEPEST = 250
#: Of a workbook, what is shown in the page.
MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, MOST_OF_CELL = 12, 200, 40, 300
#: Bytes of a plain text that are looked at (four for a letter at most), and of an e-mail with what hangs on it.
MOST_BYTES_OF_TEXT, MOST_BYTES_OF_MAIL = 4 * MOST_TEXT, 40 * 1024**2
#: Seconds after which a reading ends with what it has.
MOST_SECONDS = 40
