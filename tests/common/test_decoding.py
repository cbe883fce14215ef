import pytest

from common.decoding import decoded_utf8


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Fete", "Fete"),
        ("Fête de l’été".encode(), "Fête de l’été"),
        ("Fête d’été ".encode() + b"\xff", "Fête d’été \ufffd"),
        ("Fête d’".encode() + b"\xe9t\xe9", "Fête d’\ufffdt\ufffd"),
        ("Fête d’été ".encode() + b"\xe2\x80", "Fête d’été \ufffd"),  # cut in the middle of a letter
        (b"Soleil " + b"\xed\xa0\xbc\xed\xbc\x9e", "Soleil \U0001f31e"),
        ("Été à Céret".encode("cp1252"), None),
        ("Праздник".encode("cp1251"), None),
        (b"100 \x80", None),
        (b"", ""),
    ],
)
def test_few_bad_bytes_spoil_their_letters_alone(content, text):
    assert decoded_utf8(content) == text
