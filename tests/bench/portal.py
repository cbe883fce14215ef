"""The pro portal's part of the bench: its pages with many rows, then memory of its heavy work, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WATCHER = "philippine@aurelle.example"
MOST_QUERIES, MOST_CPU = 15, 30

PAGES = [
    ("photo grid", "/fr/portail/phototheque/", None),
    ("photo grid, filtered", "/fr/portail/phototheque/?theme=food&use=web&orientation=landscape", None),
    ("photo grid, last page", "/fr/portail/phototheque/?page=9999", None),
    ("photo grid, member", "/fr/portail/phototheque/", WATCHER),
    ("photo search", "/fr/portail/phototheque/?q=vignes", None),
    ("photo search, mistyped", "/fr/portail/phototheque/?q=vignse", None),
    ("watch", "/fr/portail/veille/", None),
    ("watch, filtered", "/fr/portail/veille/?q=mesurer&theme={theme}", None),
    ("watch, watcher", "/fr/portail/veille/", WATCHER),
    ("watch, unread", "/fr/portail/veille/?voir=a-lire", WATCHER),
    ("watch inbox", "/fr/portail/veille/a-trier/", WATCHER),
]


def targets() -> list[tuple[str, str, str | None]]:
    """(name, address, e-mail of who asks or None) of each page measured, and one rendition of the demo."""
    from common.models import Picture
    from pro_portal.watch.models import WatchTheme

    theme = WatchTheme.objects.values_list("slug", flat=True).first()
    shown = Picture.objects.visible_to(None).exclude(photo=None).order_by("pk").first()
    pages = [(name, address.format(theme=theme), email) for name, address, email in PAGES]
    return [*pages, ("guarded rendition, first byte", shown.url_for(640, "webp"), None)]


def judge(few: dict, many: dict) -> None:
    """Say which of the issue's figures are not met."""
    missed = []
    for name, *_rest in targets():
        row, most = many[name], 3 if "rendition" in name else MOST_CPU
        if row["queries"] > few[name]["queries"]:
            missed.append(f"{name}: {row['queries']} queries, {few[name]['queries']} with few rows")
        if row["queries"] > MOST_QUERIES or row["cpu"] > most:
            missed.append(f"{name}: {row['queries']} queries, {row['cpu']:.1f} ms")
    print("\npro portal, not met:", "; ".join(missed) or "nothing")


def heavy_work() -> None:
    """Peak memory of a zip of 1 GB, of uploads of 100 MB and of a rendition of 50 megapixels."""
    print(f"\n{'heavy work, MB resident at most':44}{'measured':>9}{'allowed':>9}", flush=True)
    for job in ("zip", "upload", "rendition"):
        subprocess.run([sys.executable, HERE / "heavy.py", job], check=True)
