"""How much one comment may hold."""

from datetime import timedelta

# As long as a page: what is longer is an article.
LONGEST_TEXT = 3000
MOST_FILES = 5
LARGEST_BYTES = 20 * 1024 * 1024
# What an office hands on; nothing that a browser or a computer runs by itself.
FILE_ENDINGS = (
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "ics", "vcf", "gpx", "zip",
)  # fmt: skip
PICTURE_ENDINGS = ("jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "gif")
# A picture on a comment is looked at on a screen: the photo library keeps the large ones.
PICTURE_WIDTH = 1600
# Under its thing a long talk shows its last threads; its own page shows them all.
THREADS_SHOWN = 10
# A form left open over the holidays is still sent.
FORM_LIFETIME = timedelta(days=60)
