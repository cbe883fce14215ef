import pytest

from common.documents.names import MOST_LETTERS, clean_file_name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Bilan d’été 2026.PDF", "Bilan d’été 2026.pdf"),
        ("../../etc/passwd", "etc_passwd"),
        ("C:\\Temp\\plan.docx", "C_Temp_plan.docx"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("a\x00b\u200f.pdf", "ab.pdf"),
        ("deux\nlignes.txt", "deux lignes.txt"),
        ("a" * 300 + ".odt", "a" * MOST_LETTERS + ".odt"),
        ("compte rendu", "compte rendu"),
        (".htaccess", "htaccess"),
        ("con.txt", "fichier.txt"),
        ("...", "fichier"),
        ("", "fichier"),
        (None, "fichier"),
        ("a.une ending", "a.une ending"),
    ],
)
def test_name_is_a_name_on_every_computer(name, clean):
    assert clean_file_name(name) == clean
