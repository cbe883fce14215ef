"""Numbers of the articles, each with its reason."""

from datetime import timedelta

BY_PAGE = 20
RELATED = 3
LATEST = 4  # on the members' front page
MOST_DOCUMENTS = 20
MOST_THEMES = 8
#: Somebody who saved their draft of the same article less than so long ago is said to be at work on it.
AT_WORK_FOR = timedelta(minutes=20)
LARGEST_DOCUMENT = 100 * 1024 * 1024
DOCUMENT_ENDINGS = (
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "zip", "epub", "ics", "gpx",
    "mp3", "mp4", "jpg", "jpeg", "png", "webp",
)  # fmt: skip
