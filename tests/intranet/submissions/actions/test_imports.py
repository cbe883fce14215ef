"""Proposing from a calendar file: each event once, what was not understood said, nothing ever worse."""

import re
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from destination.agenda.models import Event
from intranet.submissions.actions.imports import Choice, propose_rows, understand
from intranet.submissions.models import CalendarImport
from tests.factories import make_category, make_event, make_place, make_territory, one_day
from tests.factories.submissions import make_calendar, make_vevent
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    return make_calendar(
        make_vevent("un@amis", "Loto du port", location="Halle aux grains\\, 66000 Port-Aurelle"),
        make_vevent("deux@amis", "Vide-grenier", location="Devant la mairie"),
        make_vevent("trois@amis", "Assemblée passée", day=in_days(-888)),
    )


def give(client, raw: bytes, name="agenda.ics"):
    return client.post(reverse("submissions:import"), {"calendar_file": SimpleUploadedFile(name, raw)}, follow=True)


def test_file_is_understood_and_shown_before_anything_is_proposed(client, member, three):
    hall = make_place("Halle aux grains", make_territory("Port-Aurelle"))
    client.force_login(member)
    answer = give(client, three)
    lines = answer.context["lines"]
    assert [line["row"]["title"] for line in lines] == ["Loto du port", "Vide-grenier", "Assemblée passée"] or len(lines) == 3
    by_title = {line["row"]["title"]: line for line in lines}
    assert by_title["Loto du port"]["place"] == hall
    assert by_title["Assemblée passée"]["reason"] == "il est déjà passé"
    assert {title: line["form"].initial["chosen"] for title, line in by_title.items()} == {
        "Loto du port": True,
        "Vide-grenier": True,
        "Assemblée passée": False,
    }
    assert not Event.objects.exists()


def test_rows_chosen_become_proposals_once(client, member, three):
    hall, category = make_place("Halle aux grains", make_territory("Port-Aurelle")), make_category()
    client.force_login(member)
    url = give(client, three).redirect_chain[-1][0]
    rows = CalendarImport.objects.get().rows
    chosen = {f"row-{number}-chosen": "on" for number, row in enumerate(rows) if "passée" not in row["title"]}
    answer = client.post(url, chosen | {"all-category": category.pk, "action": "chosen"}, follow=True)
    assert "2 propositions envoyées" in read(answer).text
    loto = Event.objects.get(source_id="un@amis")
    assert (loto.source, loto.place, loto.author, loto.live) == ("ical", hall, member, False)
    assert list(loto.categories.all()) == [category]
    assert Event.objects.get(source_id="deux@amis").meeting_point == "Devant la mairie"
    answer = client.post(url, chosen, follow=True)
    assert "2 événements laissés de côté" in read(answer).text
    assert Event.objects.count() == 2
    again = give(client, three)
    assert [line["is_known"] for line in again.context["lines"]].count(True) == 2


def test_missing_place_is_added_when_asked(member, three):
    commune = make_territory("Port-Aurelle")
    found = understand(three, "a.ics", member)
    number = next(number for number, row in enumerate(found.rows) if row["uid"] == "un@amis")
    report = propose_rows(found, member, {number: Choice(create_place=True)})
    assert report.refused == []
    assert (report.proposed[0].place.name, report.proposed[0].commune, report.proposed[0].place.live) == (
        "Halle aux grains",
        commune,
        False,
    )


def test_event_without_any_place_waits_for_a_commune(member):
    found = understand(make_calendar(make_vevent("x@amis", "Où donc")), "a.ics", member)
    assert "choisissez une commune" in propose_rows(found, member, {0: Choice()}).refused[0][1]
    assert propose_rows(found, member, {0: Choice(commune=make_territory())}).proposed


def test_likely_duplicate_is_flagged_and_not_ticked(client, member):
    make_event("Loto du port", one_day(in_days(12)))
    client.force_login(member)
    line = give(client, make_calendar(make_vevent("un@amis", "Loto au port"))).context["lines"][0]
    assert [similar.event.title for similar in line["duplicates"]] == ["Loto du port"]
    assert line["form"].initial["chosen"] is False


def test_known_event_that_one_may_not_see_is_not_shown(client, member):
    make_event("Réunion secrète", source="ical", source_id="un@amis", audience="private")
    client.force_login(member)
    answer = give(client, make_calendar(make_vevent("un@amis", "Loto du port")))
    assert "Déjà dans l’agenda" in read(answer).text
    assert "Réunion secrète" not in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/a.ics",
        "http://localhost:8000/a.ics",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "ftp://exemple.fr/",
        "x" * 600,
        "webcal://10.0.0.1/a",
    ],
)
def test_private_or_odd_address_is_refused_with_a_sentence(client, member, address):
    client.force_login(member)
    answer = client.post(reverse("submissions:import"), {"address": address})
    assert answer.status_code == 422
    assert answer.context["form"].errors["address"]
    assert not CalendarImport.objects.exists()


@pytest.mark.parametrize(
    "raw", [b"", b"\x00" * 1000, b"%PDF", "BEGIN:VCALENDAR\r\nSUMMARY:é".encode("latin-1"), b"x" * 1_000_000]
)
def test_file_that_is_no_calendar_gets_a_sentence(client, member, raw):
    client.force_login(member)
    answer = give(client, raw)
    assert answer.status_code == 200
    assert answer.context["problems"] and not answer.context["lines"]


def test_fifty_megabytes_are_refused_in_words(member):
    found = understand(b"BEGIN:VCALENDAR\r\n" + b"x" * 21_000_000, "gros.ics", member)
    assert "trop gros" in found.problems[0]["message"]


def test_nothing_given_is_said_beside_the_field(client, member):
    client.force_login(member)
    answer = client.post(reverse("submissions:import"), {})
    assert set(answer.context["form"].errors) == {"calendar_file"}


def test_import_of_another_person_does_not_exist(client, member, moderator, three):
    found = understand(three, "a.ics", moderator)
    client.force_login(member)
    assert client.get(reverse("submissions:import_rows", args=[found.key])).status_code == 404


def test_propose_all_takes_the_other_pages_too(client, member):
    client.force_login(member)
    many = make_calendar(*(make_vevent(f"{number}@amis", f"Rendez-vous {number}", location="Halle") for number in range(28)))
    url = give(client, many).redirect_chain[-1][0]
    rows = {f"row-{number}-chosen": "on" for number in range(25)}
    client.post(url, rows | {"action": "all"})
    assert Event.objects.count() == 28


def test_next_page_keeps_what_was_chosen_for_all(client, member):
    client.force_login(member)
    category, commune = make_category(), make_territory("Port-Aurelle")
    url = give(client, make_calendar(*(make_vevent(f"{number}@amis", f"Loto {number}") for number in range(28)))).redirect_chain[
        -1
    ][0]
    chosen = {"all-category": category.pk, "all-commune": commune.pk}
    for button in ({"page": "2"}, {"action": "chosen", "row-0-chosen": "on"}):
        page = client.post(url, chosen | button, follow=True)
        assert page.context["page"].number == int(button.get("page", 1))
        values = read(page).form_values()
        assert (values["all-category"], values["all-commune"]) == (str(category.pk), str(commune.pk))


def test_command_prints_one_line_a_file(member, three, tmp_path):
    for name, content in (("amis.ics", three), ("vide.ics", b"")):
        (tmp_path / name).write_bytes(content)
    out = StringIO()
    call_command(
        "import_calendar",
        str(tmp_path / "amis.ics"),
        str(tmp_path / "vide.ics"),
        str(tmp_path / "absent.ics"),
        "--as",
        member.email,
        stdout=out,
    )
    lines = out.getvalue().splitlines()
    assert len(lines) == 3
    assert "3 événements compris, 2 propositions" in lines[0] and "Assemblée passée : il est déjà passé" in lines[0]
    assert "vide.ics : 0 " in lines[1] and "Le fichier est vide" in lines[1]
    assert Event.objects.count() == 2
    call_command("import_calendar", str(tmp_path / "amis.ics"), "--as", member.email.upper(), stdout=out)
    assert Event.objects.count() == 2


def test_command_needs_a_member(professional, tmp_path):
    for email in (professional.email, "personne@aurelle.example"):
        with pytest.raises(CommandError, match="not a member"):
            call_command("import_calendar", str(tmp_path / "a.ics"), "--as", email)


def test_every_real_calendar_gives_events_or_a_reason(shared_data, member):
    files = [str(path) for path in sorted((shared_data / "ics").rglob("*")) if path.is_file()]
    out = StringIO()
    call_command("import_calendar", *files, "--as", member.email, stdout=out)
    lines = out.getvalue().splitlines()
    assert len(lines) == len(files)
    silent = [line for line in lines if re.search(r" : 0 événements? compris", line) and "–" not in line]
    assert silent == []
    assert all(event.latest_revision_id for event in Event.objects.all())
