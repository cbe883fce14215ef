"""Days and hours in a question, read on Thursday 3 December 2026."""

from datetime import date, time

import pytest

from search.analysis.moments import understand

TODAY = date(2026, 12, 3)
QUESTIONS = {
    "fr": [
        # question, the rest, days of December 2026 or dates, hours
        ("demain", "", "4", ""),
        ("après-demain", "", "5", ""),
        ("aujourd’hui", "", "3", ""),
        ("ce soir", "", "3", "17:00-23:59"),
        ("demain matin", "", "4", "05:00-11:59"),
        ("cet après-midi", "", "3", "12:00-17:59"),
        ("concert samedi soir", "concert", "5", "17:00-23:59"),
        ("ce week-end", "", "5-6", ""),
        ("le weekend", "", "5-6", ""),
        ("week-end prochain", "", "12-13", ""),
        ("cette semaine", "", "3-6", ""),
        ("la semaine prochaine", "", "7-13", ""),
        ("marché du samedi", "marché", "5", ""),
        ("lundi prochain", "", "7", ""),
        ("décembre", "", "3-31", ""),
        ("carnaval en janvier", "carnaval", "2027-01-01/2027-01-31", ""),
        ("juillet 2027", "", "2027-07-01/2027-07-31", ""),
        ("12 décembre", "", "12", ""),
        ("samedi 12 déc.", ".", "12", ""),
        ("1er janvier", "", "2027-01-01/2027-01-01", ""),
        ("12/12", "", "12", ""),
        ("le 12/12/2026", "le", "12", ""),
        ("2026-12-12", "", "12", ""),
        ("du 12 au 15 décembre", "", "12-15", ""),
        ("du 28 décembre au 3 janvier", "", "2026-12-28/2027-01-03", ""),
        ("14 h 30", "", "", "14:15-14:45"),
        ("14h30", "", "", "14:15-14:45"),
        ("concert à 18:30", "concert à", "", "18:15-18:45"),
        ("18 h", "", "", "18:00-18:59"),
        ("demain 14h", "", "4", "14:00-14:59"),
        ("samedi avant 10h", "", "5", "00:00-09:59"),
        ("après 18 h", "", "", "18:00-23:59"),
        ("à partir de 18h", "", "", "18:00-23:59"),
        ("entre 14h et 18h", "", "", "14:00-18:00"),
        ("à midi", "", "", "12:00-12:59"),
        ("on saturday", "", "5", ""),
    ],
    "en": [
        ("tonight", "", "3", "17:00-23:59"),
        ("what is on tomorrow", "what is", "4", ""),
        ("this weekend", "", "5-6", ""),
        ("next weekend", "", "12-13", ""),
        ("this afternoon", "", "3", "12:00-17:59"),
        ("market on Sunday", "market", "6", ""),
        ("Sunday morning", "", "6", "05:00-11:59"),
        ("12 December", "", "12", ""),
        ("December 12th", "", "12", ""),
        ("concerts in January", "concerts", "2027-01-01/2027-01-31", ""),
        ("Saturday after 6 pm", "", "5", "18:00-23:59"),
        ("6:30 pm", "", "", "18:15-18:45"),
        ("between 2 pm and 6 pm", "", "", "14:00-18:00"),
    ],
    "ca": [
        ("avui", "", "3", ""),
        ("demà al matí", "", "4", "05:00-11:59"),
        ("aquesta nit", "", "3", "17:00-23:59"),
        ("aquest cap de setmana", "", "5-6", ""),
        ("mercat diumenge", "mercat", "6", ""),
        ("l’11 de desembre", "", "11", ""),
        ("concert al gener", "concert", "2027-01-01/2027-01-31", ""),
        ("a les 18.30 h", "", "", "18:15-18:45"),
        ("després de les 18 h", "", "", "18:00-23:59"),
    ],
}


def days_of(text: str) -> tuple[date, date] | None:
    if "/" in text:
        return tuple(map(date.fromisoformat, text.split("/")))
    first, _, last = text.partition("-")
    return (date(2026, 12, int(first)), date(2026, 12, int(last or first))) if text else None


@pytest.mark.parametrize(
    "language, question, rest, days, hours", [(code, *row) for code, rows in QUESTIONS.items() for row in rows]
)
def test_a_moment_is_understood(language, question, rest, days, hours):
    moment = understand(question, language, TODAY)
    wanted = tuple(map(time.fromisoformat, hours.split("-"))) if hours else None
    assert (moment.text, moment.days, moment.hours) == (rest, days_of(days), wanted)


@pytest.mark.parametrize(
    "question, language",
    [
        ("un week-end sans voiture", "fr"),
        ("a weekend without a car", "en"),
        ("chambre pour la nuit", "fr"),
        ("une nuit sous la Voie lactée", "fr"),
        ("le matin des flamants", "fr"),
        ("balade de 2 h", "fr"),
        ("GR10", "fr"),
        ("7 km", "fr"),
        ("2 marchés", "fr"),
        ("99140", "fr"),
        ("mars", "fr"),
        ("march", "en"),
        ("can we swim", "en"),
        ("31 février", "fr"),
        ("plage", "fr"),
        ("", "fr"),
    ],
)
def test_what_only_looks_like_a_moment_is_left_alone(question, language):
    assert understand(question, language, TODAY) is None


def test_days_count_from_today():
    assert understand("samedi", "fr", date(2026, 12, 5)).days == (date(2026, 12, 5),) * 2
    assert understand("ce week-end", "fr", date(2026, 12, 6)).days == (date(2026, 12, 6),) * 2
    assert understand("29 février", "fr", TODAY).days == (date(2028, 2, 29),) * 2
    assert understand("12 novembre", "fr", TODAY).days == (date(2027, 11, 12),) * 2
