"""A text is what was typed, whatever encoding its program wrote it in."""

import pytest

from common.imaging.metadata.text import decoded, decoded_again, decoded_utf16, tidy

WORDS = (
    "Éloïse Peña", "José García", "café d’été", "Hôtel de la plage", "L’école française", "CHÂTEAU D’ÎF", "Jordi Vilà i Núria",
    "Noël à Prats", "Straße", "Bartolomé", "La flèche", "ÉCOLE", "São Tomé", "Castelló", "© Émile Brossard 2024", "Año nuevo",
    "Ça va", "col·lecció", "Ramón Ñáñez", "Perpignan–Barcelone",
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac-roman"])
def test_words_are_read_in_the_encoding_of_their_program(encoding):
    written = {words: words.encode(encoding) for words in WORDS if words.encode(encoding, "ignore").decode(encoding) == words}
    assert len(written) >= 19
    assert {words: decoded(value) for words, value in written.items()} == {words: words for words in written}


def test_words_encoded_twice_are_read_once():
    twice = {words: words.encode().decode("latin-1").encode() for words in WORDS}
    assert {words: decoded(value) for words, value in twice.items()} == {words: words for words in WORDS}


@pytest.mark.parametrize(
    ("value", "is_utf8", "text"),
    [
        ("Éloïse Peñ".encode() + b"\xc3", False, "Éloïse Peñ"),  # cut at thirty-two bytes
        (b"Jean " + b"\xc3", True, "Jean"),
        (b"Jean caf" + b"\xe9", False, "Jean café"),
        (b"Jean\x00Dupont\x07\r\n  \x1b", False, "Jean Dupont"),
        ("Jean\u202e tnopuD\u200b\ufeff\x85".encode(), False, "Jean tnopuD"),
        ("Éloïse Peña|et Léa".encode().replace(b"|", b"\xff"), False, "Éloïse Peña et Léa"),
        ("Éloïse Peña".encode("utf-16"), False, "Éloïse Peña"),
        (b"\xef\xbb\xbf" + "Éloïse Peña".encode(), False, "Éloïse Peña"),
        (b"", True, ""),
        (b"null", True, ""),
        (b" undefined ", False, ""),
        (b"Null Island", True, "Null Island"),
    ],
)
def test_nothing_is_kept_that_no_name_holds(value, is_utf8, text):
    assert decoded(value, is_utf8=is_utf8) == text
    assert not [sign for sign in decoded(value, is_utf8=is_utf8) if not sign.isprintable()]


@pytest.mark.parametrize("text", ["Éloïse Peña", "Miłosz Łódź", "Ángel", "Œuvre d’Hélène", "東京 太郎"])
def test_text_taken_for_latin_is_read_again(text):
    assert decoded_again(text.encode().decode("latin-1")) == decoded_again(text) == text


def test_tags_of_windows_are_read_to_their_zero():
    assert decoded_utf16("Fête de l’été 🎉".encode("utf-16-le") + b"\0\0\0\0") == "Fête de l’été 🎉"
    assert decoded_utf16(tuple("Éloïse".encode("utf-16-le"))) == "Éloïse"
    assert decoded_utf16(b"\xc9") == ""


def test_text_is_one_line_and_no_longer_than_a_field():
    assert tidy("a\n\n b\tc" + " d" * 3000)[:7] == "a b c d"
    assert len(tidy("x" * 9000)) == 2000
