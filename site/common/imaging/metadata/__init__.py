"""The metadata of a picture (XMP, IPTC-IIM, EXIF), and the credits written into every file that leaves. Runs without Django."""
