"""Videos on other sites: the addresses understood, and the embedded player that gives the host the least data."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

# Address of the video → address of its player. The hosts that follow readers least: no cookie before playing, or none.
PLAYERS = (
    (
        r"https://(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/)([\w-]{11})(?![\w-])",
        "https://www.youtube-nocookie.com/embed/{0}",
    ),
    (r"https://youtu\.be/([\w-]{11})(?![\w-])", "https://www.youtube-nocookie.com/embed/{0}"),
    (r"https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)", "https://player.vimeo.com/video/{0}?dnt=1"),
    (r"https://([\w.-]+)/(?:w|videos/watch|videos/embed)/([\w-]{8,40})", "https://{0}/videos/embed/{1}"),
)


@dataclass(frozen=True)
class Video:
    """`player` is loaded once the reader agreed, `page` is the way without our pages, `host` who will know of it."""

    page: str
    player: str

    @property
    def host(self) -> str:
        return urlsplit(self.player).hostname.removeprefix("www.").removeprefix("player.").replace("-nocookie", "")

    @property
    def origin(self) -> str:
        return f"https://{urlsplit(self.player).hostname}"


def video_at(address: str) -> Video | None:
    """The video at this address; None for one that is not understood. Besides YouTube and Vimeo, any PeerTube."""
    for pattern, player in PLAYERS:
        if match := re.match(pattern, address or ""):
            return Video(address, player.format(*match.groups()))
    return None
