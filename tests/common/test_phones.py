import pytest

from common.phones import UnreadablePhone, dialled, phones_of, tidy_phones, with_contact_links

MAIRIE = "+33 4 65 71 01 10"
MOBILE = "+33 6 12 34 56 78"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0465710110", MAIRIE),
        ("04.65.71.01.10", MAIRIE),
        ("04-65-71-01-10", MAIRIE),
        ("04/65/71/01/10", MAIRIE),
        ("04\u00a065\u202f71 01 10", MAIRIE),
        ("\u202a+33 4 65 71 01 10\u202c", MAIRIE),
        ("＋33 4 65 71 01 10", MAIRIE),
        ("+33 (0)4 65 71 01 10", MAIRIE),
        ("(+33) 4 65 71 01 10", MAIRIE),
        ("0033 4 65 71 01 10", MAIRIE),
        ("33 4 65 71 01 10", MAIRIE),
        ("Tél. : 04 65 71 01 10", MAIRIE),
        ("tel:+33465710110", MAIRIE),
        ("04 65 71 01 10 (mairie)", f"{MAIRIE} (mairie)"),
        ("04 65 71 01 10 poste 12", f"{MAIRIE} (poste 12)"),
        ("04 65 71 01 10, demander Léa", f"{MAIRIE} (demander Léa)"),
        ("04.65.71.01.10 / 06.12.34.56.78", f"{MAIRIE} / {MOBILE}"),
        ("0465710110/0612345678", f"{MAIRIE} / {MOBILE}"),
        ("04 65 71 01 10 ou 06-12-34-56-78", f"{MAIRIE} / {MOBILE}"),
        ("04 65 71 01 10 - 06 12 34 56 78", f"{MAIRIE} / {MOBILE}"),
        ("04 65 71 01 10 06 12 34 56 78", f"{MAIRIE} / {MOBILE}"),
        ("+33465710110 +33612345678", f"{MAIRIE} / {MOBILE}"),
        ("Mairie : 04 65 71 01 10 / 06 12 34 56 78 (Léa, le soir)", f"{MAIRIE} (Mairie) / {MOBILE} (Léa, le soir)"),
        ("+376 812 345", "+376 812 345"),
        ("00 376 812345", "+376 812 345"),
        ("+377 93 15 28 28", "+377 93 15 28 28"),
        ("+351 21 123 4567", "+351 21 123 4567"),
        ("+352 27 12 34 56", "+352 27 12 34 56"),
        ("+34 972 12 34 56", "+34 972 12 34 56"),
        ("+44 (0)20 7946 0958", "+44 20 7946 0958"),
        ("+39 06 1234 5678", "+39 06 1234 5678"),  # the 0 of Italy is dialled
        ("+1 (514) 555-0123", "+1 514-555-0123"),
        ("05 90 27 20 20", "+590 590 27 20 20"),  # Guadeloupe, as it is dialled from France
        ("3949", "3949"),
        ("36 46 (0,15 €/min)", "3646 (0,15 €/min)"),
        ("15 ou 112", "15 / 112"),
        ("116117", "116 117"),
    ],
)
def test_numbers_are_kept_in_one_form(typed, kept):
    assert tidy_phones(typed) == kept
    assert tidy_phones(kept) == kept


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("04 68", "semble incomplet"),
        ("+376 81234", "semble incomplet"),
        ("04 65 71 01 1", "dix chiffres"),
        ("+33 4 65 71 01", "dix chiffres"),
        ("972 12 34 56", "indicatif"),
        ("812 345", "indicatif"),
        ("appelez Maria", "lisible"),
        ("04 65 71 01 10 / 11", "incomplet"),
        ("1" * 30, "indicatif"),
        ("1" * 500, ""),
        (", ".join(["04 65 71 01 10"] * 9), "trop"),
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(typed, message):
    with pytest.raises(UnreadablePhone) as problem:
        tidy_phones(typed)
    assert message in str(problem.value.message)


@pytest.mark.parametrize(
    ("stored", "links"),
    [
        ("+33 (0)4 65 71 01 10", ["tel:+33465710110"]),
        ("04 65 71\u00a001 10", ["tel:+33465710110"]),
        ("04.65.71.01.10 / 06.12.34.56.78", ["tel:+33465710110", "tel:+33612345678"]),
        ("04 65 71 01 10 (mairie)", ["tel:+33465710110"]),
        ("+37 681 234 5", ["tel:+376812345"]),  # as an earlier version kept it
        ("voir la mairie", [""]),
        ("04 65 71 01 10 / 11", ["tel:+33465710110", ""]),
        ("112", ["tel:112"]),
        ("", []),
    ],
)
def test_lines_kept_long_ago_are_dialled_rightly(stored, links):
    assert [phone.url for phone in phones_of(stored)] == links


def test_shown_number_has_no_place_to_break():
    [montreal] = phones_of("+1 514-555-0123 (Québec)")
    assert (montreal.shown, montreal.note) == ("+1\u00a0514\u2011555\u20110123", "Québec")
    assert dialled("+1 514-555-0123 / demain") == ["+1 514-555-0123"]


def test_numbers_of_the_trial_data_are_read(shared_data):
    lines = (shared_data / "cases/case-107-phones.txt").read_text().splitlines()
    assert [tidy_phones(line) for line in lines if line] == [
        "+33 4 65 71 01 10",
        "+33 4 65 71 01 10",
        "+33 4 65 71 01 10 (mairie)",
        "3975",
        "+34 972 12 34 56",
    ]


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        (
            "<p>Gare, +33 4 65 71 01 00, a@b.example.</p>",
            '<p>Gare, <a href="tel:+33465710100">+33 4 65 71 01 00</a>, <a href="mailto:a@b.example">a@b.example</a>.</p>',
        ),
        ("<p>06&nbsp;12 34 56 78</p>", '<p><a href="tel:+33612345678">+33 6 12 34 56 78</a></p>'),
        ("<p>+33 (0)4 65 71 01 00</p>", '<p><a href="tel:+33465710100">+33 4 65 71 01 00</a></p>'),
        ('<a href="tel:0465710100">04 65 71 01 00</a>', '<a href="tel:0465710100">04 65 71 01 00</a>'),
        ("<h2>04 65 71 01 00</h2>", "<h2>04 65 71 01 00</h2>"),
        ("<p>Le 01.02.2026, SIRET 012 345 678 00012, 1 000 000 000 €</p>", None),
        ('<p><img alt="04 65 71 01 00"></p>', None),
    ],
)
def test_contacts_in_a_text_are_links(html, linked):
    assert with_contact_links(html) == (linked or html)
