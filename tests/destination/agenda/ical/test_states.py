import pytest

from destination.agenda.ical.states import state_in_title
from tests.destination.agenda.ical.files import PARIS, only, wrapped


@pytest.mark.parametrize(
    ("written", "state", "title"),
    [
        ("ANNULÉ - Bal", "cancelled", "Bal"),
        ("Annulé : Bal", "cancelled", "Bal"),
        ("*** ANNULÉ *** Bal", "cancelled", "Bal"),
        ("ANNULE Bal folk", "cancelled", "Bal folk"),
        ("Annulé Bal folk", "cancelled", "Bal folk"),
        ("Annulée ! Randonnée du soir", "cancelled", "Randonnée du soir"),
        ("Annulé pour cause de pluie - Bal des pompiers", "cancelled", "Bal des pompiers"),
        ("[Annulé cause météo] Bal", "cancelled", "Bal"),
        ("Bal (annulé)", "cancelled", "Bal"),
        ("Bal, annulé", "cancelled", "Bal"),
        ("Bal folk ANNULÉ", "cancelled", "Bal folk"),
        ("ANNULÉ", "cancelled", "ANNULÉ"),
        ("CANCELLED: Concert", "cancelled", "Concert"),
        ("Canceled - Concert", "cancelled", "Concert"),
        ("Cancel·lat: Ball", "cancelled", "Ball"),
        ("ANUL·LADA - Cursa", "cancelled", "Cursa"),
        ("Reporté : Feu d’artifice", "postponed", "Feu d’artifice"),
        ("Reporté au 12 juin : Concert", "postponed", "Concert"),
        ("(reportée) Course", "postponed", "Course"),
        ("POSTPONED – Concert", "postponed", "Concert"),
        ("[AJORNAT] Concert", "postponed", "Concert"),
        ("[Complet] Visite guidée", "full", "Visite guidée"),
        ("Bal trad – COMPLET", "full", "Bal trad"),
        ("Sold out - Tour", "full", "Tour"),
        ("Fully booked: Tour", "full", "Tour"),
        ("Entrades exhaurides: Concert", "full", "Concert"),
        ("[COMPLET] [ANNULÉ] Bal", "cancelled", "Bal"),
        ("Programme complet : la fête", "", "Programme complet : la fête"),
        ("Complet veston", "", "Complet veston"),
        ("Full moon walk", "", "Full moon walk"),
        ("Le mariage annulé", "", "Le mariage annulé"),
        ("Report: annual meeting", "", "Report: annual meeting"),
        ("Compléter son herbier : atelier", "", "Compléter son herbier : atelier"),
        ("Saint-Cyprien - Collioure", "", "Saint-Cyprien - Collioure"),
        ("ANNULÉ - " + "x" * 1000, "", "ANNULÉ - " + "x" * 1000),
        ("", "", ""),
    ],
)
def test_state_written_into_a_title_is_taken_out_of_it(written, state, title):
    assert state_in_title(written) == (state, title)


def test_state_of_a_title_becomes_that_of_the_event_and_is_told():
    event, problems = only(wrapped(*PARIS).replace("SUMMARY:Marché", "SUMMARY:[Complet] Marché"))
    assert (event.status, event.title) == ("full", "Marché")
    assert problems == [
        "Le titre dit «\u00a0Complet\u00a0»\u00a0: c’est devenu l’état de l’événement, et le titre «\u00a0Marché\u00a0»."
    ]


@pytest.mark.parametrize(
    ("method", "status", "expected", "told"),
    [
        ("CANCEL", "CONFIRMED", "cancelled", 0),
        ("Canceled", "", "cancelled", 0),
        ("PUBLISH", "CANCELED", "cancelled", 0),
        ("PUBLISH", "Annulé", "cancelled", 0),
        ("PUBLISH", "POSTPONED", "postponed", 0),
        ("PUBLISH", "TENTATIVE", "tentative", 1),
        ("PUBLISH", "NEVER", "confirmed", 1),
        ("PUBLISH", "COMPLETED", "confirmed", 1),  # of a task, not of an event
        ("COUNTER", "CONFIRMED", "confirmed", 1),
        ("PUBLISHED", "CONFIRMED", "confirmed", 1),
    ],
)
def test_state_is_that_of_the_event_or_of_the_message(method, status, expected, told):
    text = wrapped(*PARIS, *([f"STATUS:{status}"] if status else [])).replace(
        "BEGIN:VEVENT", f"METHOD:{method}\r\nBEGIN:VEVENT", 1
    )
    event, problems = only(text)
    assert (event.status, len(problems)) == (expected, told)


@pytest.mark.parametrize(("method", "state"), [("CANCEL", "cancelled"), ("cancelled", "cancelled"), ("REQUEST", "confirmed")])
def test_method_in_an_event_is_that_of_the_event(method, state):
    event, problems = only(wrapped(*PARIS, f"METHOD:{method}"))
    assert (event.status, problems) == (state, [])


def test_method_after_the_events_counts_as_well():
    event, _problems = only(wrapped(*PARIS).replace("END:VCALENDAR", "METHOD:CANCEL\r\nEND:VCALENDAR"))
    assert event.status == "cancelled"
