"""The watch of the demo: invented publications, on hosts that lead nowhere; the subjects are those of the trade."""

from pro_portal.watch.demo_content.items_1 import ITEMS as FIRST
from pro_portal.watch.demo_content.items_2 import ITEMS as SECOND
from pro_portal.watch.demo_content.sources import SOURCES, THEMES

# source, themes, days ago, audience, title, summary, the watcher's comment (None: still in the inbox)
ITEMS = [*FIRST, *SECOND]

__all__ = ["ITEMS", "SOURCES", "THEMES"]
