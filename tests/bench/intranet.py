"""The members' part of the bench: the first page and the rooms, with few rows and with many."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

MOST_QUERIES, MOST_QUERIES_OF_HOME = 15, 25
MOST_CPU, MOST_CPU_OF_HOME, MOST_CPU_OF_FILE = 30, 40, 3  # ms
FIRST_BYTE = "file of a document, first byte"


def targets() -> list[tuple[str, str, str | None]]:
    """(name, address, e-mail of who asks) of each page measured."""
    from demo.bench_data.documents import first_document
    from demo.bench_data.members import first_member, most_discussed

    member, document = first_member().email, first_document()
    return [
        ("intranet home", "/intranet/", member),
        ("directory", "/intranet/personnes/", member),
        ("directory, searched", "/intranet/personnes/?q=essai", member),
        ("articles", "/intranet/articles/", member),
        ("articles, searched", "/intranet/articles/?q=taxe", member),
        ("article, discussed", most_discussed().get_absolute_url(), member),
        ("groups", "/intranet/groupes/", member),
        ("group", "/intranet/groupes/essai-0/", member),
        ("bin", "/intranet/corbeille/", member),
        ("documents", "/intranet/documents/", member),
        ("documents, searched", "/intranet/documents/?q=navette+tarif", member),
        ("folder of documents", document.folder.get_absolute_url(), member),
        ("document", document.get_absolute_url(), member),
        (FIRST_BYTE, document.url, member),
    ]


def judge(few: dict, many: dict) -> None:
    """Say which of the figures are not met."""
    missed = []
    for name, *_rest in targets():
        row = many[name]
        is_home = name == "intranet home"
        if row["status"] != 200:
            missed.append(f"{name}: {row['status']}")
        if row["queries"] > few[name]["queries"]:
            missed.append(f"{name}: {row['queries']} queries, {few[name]['queries']} with few rows")
        if row["queries"] > (MOST_QUERIES_OF_HOME if is_home else MOST_QUERIES):
            missed.append(f"{name}: {row['queries']} queries")
        if row["cpu"] > (MOST_CPU_OF_HOME if is_home else MOST_CPU_OF_FILE if name == FIRST_BYTE else MOST_CPU):
            missed.append(f"{name}: {row['cpu']:.1f} ms")
    print("\nintranet, not met:", "; ".join(missed) or "nothing")


def heavy_work() -> None:
    """Peak memory of an upload of 200 MB, of the text and the pictures of a PDF of 300 pages, and of the search made anew."""
    print(f"\n{'documents, MB resident at most':44}{'measured':>9}{'allowed':>9}", flush=True)
    for job in ("document-upload", "document-reading", "document-index"):
        subprocess.run([sys.executable, HERE / "heavy.py", job], check=True)
