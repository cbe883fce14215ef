"""The members' part of the bench: the first page and the rooms, with few rows and with many."""

MOST_QUERIES, MOST_QUERIES_OF_HOME = 15, 25
MOST_CPU, MOST_CPU_OF_HOME = 30, 40  # ms


def targets() -> list[tuple[str, str, str | None]]:
    """(name, address, e-mail of who asks) of each page measured."""
    from demo.bench_data.members import first_member, most_discussed

    member = first_member().email
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
        if row["cpu"] > (MOST_CPU_OF_HOME if is_home else MOST_CPU):
            missed.append(f"{name}: {row['cpu']:.1f} ms")
    print("\nintranet, not met:", "; ".join(missed) or "nothing")
