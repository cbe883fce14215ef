from types import SimpleNamespace

from destination.pages.templatetags.pages import titled


def block(block_type, **value):
    return SimpleNamespace(block_type=block_type, value=value)


def test_strip_without_a_heading_gets_one_and_follows_that_of_the_editor():
    body = [
        block("text"), block("events"), block("heading"), block("text"), block("places"), block("places", kind="beach"),
        block("stage"), block("stage"), block("steps"),
    ]  # fmt: skip

    titles = [str(title) for _block, title in titled(body)]

    assert titles == ["", "Prochaines dates", "", "", "", "Plage", "Étapes", "", ""]
