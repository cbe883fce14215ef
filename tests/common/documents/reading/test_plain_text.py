import pytest

from common.documents.reading.plain_text import decoded


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Fête de l’été |, entrée libre".encode().replace(b"|", b"\xff"), "Fête de l’été \ufffd, entrée libre"),
        (b"\xef\xbb\xbf" + "Fête d’été | à Céret".encode().replace(b"|", b"\xff"), "Fête d’été \ufffd à Céret"),
        ("Fête de l’été".encode()[:-1], "Fête de l’ét"),
        ("Fête de l’été".encode("cp1252"), "Fête de l’été"),
        ("Fête".encode("utf-16"), "Fête"),
        ("春の祭り".encode("cp932"), "春の祭り"),
    ],
)
def test_text_is_read_in_its_encoding_and_one_bad_byte_spoils_one_letter(content, text):
    assert decoded(content) == text
