"""Where words stand: in every column of every table, in every file, in every mail that left. By SQL of its own, so that what the
product's code overlooks is seen."""

from functools import cache
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.core.files.storage import storages
from django.db import connection

#: Columns in which words are something else: (table, column).
SHADOWS = ("_fts_", "_fts")


@cache
def columns_of_tables() -> dict[str, list[str]]:
    names = [name for name in connection.introspection.table_names() if not any(shadow in name for shadow in SHADOWS)]
    with connection.cursor() as cursor:
        return {
            table: [column.name for column in connection.introspection.get_table_description(cursor, table)] for table in names
        }


def in_database(*words: str) -> dict[str, set[str]]:
    """{table: columns} that hold one of these words, in capitals, escaped or percent-encoded too."""
    found: dict[str, set[str]] = {}
    patterns = [f"%{word.lower()}%" for word in words]
    with connection.cursor() as cursor:
        for table, columns in columns_of_tables().items():
            tests = [" OR ".join([f'LOWER(CAST("{column}" AS TEXT)) LIKE %s'] * len(words)) for column in columns]
            counts = ", ".join(f"SUM(CASE WHEN {test} THEN 1 ELSE 0 END)" for test in tests)
            cursor.execute(f'SELECT {counts} FROM "{table}"', patterns * len(columns))
            if holding := {column for column, count in zip(columns, cursor.fetchone(), strict=True) if count}:
                found[table] = holding
    return found


def in_files(*words: str) -> set[str]:
    """The files of both storages, zips unpacked, whose bytes hold one of these words."""
    return {
        f"{name}:{path}"
        for name in ("default", "private")
        for path in paths(storages[name])
        if any(word.encode() in content for word in words for content in contents(storages[name], path))
    }


def paths(storage, folder="") -> list[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return []
    inside = [path for each in folders for path in paths(storage, f"{folder}/{each}".lstrip("/"))]
    return inside + [f"{folder}/{file}".lstrip("/") for file in files]


def contents(storage, path: str) -> list[bytes]:
    with storage.open(path) as file:
        content = file.read()
    try:
        with ZipFile(BytesIO(content)) as archive:
            return [content, *(archive.read(name) for name in archive.namelist())]
    except BadZipFile:
        return [content]
