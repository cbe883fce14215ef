from datetime import date, time

import pytest

from common.date_formats import formats_of
from destination.agenda.schedule import Change, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from destination.agenda.schedule.sentences import day_in_words, days_in_words, schedule_in_words

THURSDAY = Slot(date(2026, 7, 2), start=time(18, 30))


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def every(frequency, *numbers, slot=THURSDAY, **more):
    return timed(slot, rule=Rule(frequency, *numbers, **more))


SENTENCES = [
    (
        timed(Slot(date(2026, 7, 16), start=time(18, 30))),
        "jeudi 16 juillet 2026, 18 h 30",
        "Thursday 16 July 2026, 6:30 pm",
        "dijous 16 de juliol de 2026, 18.30 h",
    ),
    (
        timed(Slot(date(2026, 8, 1), start=time(18), end=time(0))),
        "samedi 1er août 2026, de 18 h à minuit",
        "Saturday 1 August 2026, 6 pm to midnight",
        "dissabte 1 d’agost de 2026, de 18 a 0 h",
    ),
    (
        Schedule(Timing.ALL_DAY, (Slot(date(2026, 4, 11)),)),
        "samedi 11 avril 2026, toute la journée",
        "Saturday 11 April 2026, all day",
        "dissabte 11 d’abril de 2026, tot el dia",
    ),
    (
        Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 3), date(2026, 7, 7)),)),
        "du 3 au 7 juillet 2026",
        "3 to 7 July 2026",
        "del 3 al 7 de juliol de 2026",
    ),
    (
        Schedule(Timing.ALL_DAY, (Slot(date(2026, 10, 1), date(2026, 11, 11)),)),
        "du 1er octobre au 11 novembre 2026",
        "1 October to 11 November 2026",
        "de l’1 d’octubre a l’11 de novembre de 2026",
    ),
    (
        Schedule(Timing.UNKNOWN_HOUR, (Slot(date(2026, 12, 28), date(2027, 1, 3)),)),
        "du 28 décembre 2026 au 3 janvier 2027, heure à préciser",
        "28 December 2026 to 3 January 2027, time to be confirmed",
        "del 28 de desembre de 2026 al 3 de gener de 2027, hora per confirmar",
    ),
    (
        timed(Slot(date(2026, 7, 3), date(2026, 7, 5), time(10), time(18))),
        "du 3 juillet à 10 h au 5 juillet 2026 à 18 h",
        "from 3 July at 10 am to 5 July 2026 at 6 pm",
        "del 3 de juliol a les 10 h al 5 de juliol de 2026 a les 18 h",
    ),
    (
        timed(THURSDAY, Slot(date(2026, 7, 11), start=time(18, 30)), Slot(date(2027, 1, 2), start=time(18, 30))),
        "jeudi 2 juillet, samedi 11 juillet 2026 et samedi 2 janvier 2027, 18 h 30",
        "Thursday 2 July, Saturday 11 July 2026 and Saturday 2 January 2027, 6:30 pm",
        "dijous 2 de juliol, dissabte 11 de juliol de 2026 i dissabte 2 de gener de 2027, 18.30 h",
    ),
    (
        timed(THURSDAY, Slot(date(2026, 7, 11), start=time(13), end=time(15))),
        "jeudi 2 juillet à 18 h 30 et samedi 11 juillet 2026 de 13 h à 15 h",
        "Thursday 2 July at 6:30 pm and Saturday 11 July 2026 from 1 pm to 3 pm",
        "dijous 2 de juliol a les 18.30 h i dissabte 11 de juliol de 2026 de 13 a 15 h",
    ),
    (
        timed(Slot(date(2026, 7, 2), start=time(12)), Slot(date(2026, 7, 2), start=time(17))),
        "jeudi 2 juillet 2026, 12 h et 17 h",
        "Thursday 2 July 2026, noon and 5 pm",
        "dijous 2 de juliol de 2026, 12 h i 17 h",
    ),
    (
        timed(*(Slot(date(2026, 7, day), start=time(9)) for day in range(1, 11))),
        "mercredi 1er juillet, jeudi 2 juillet, vendredi 3 juillet, samedi 4 juillet, dimanche 5 juillet, "
        "lundi 6 juillet et 4 autres dates jusqu’au 10 juillet 2026, 9 h",
        "Wednesday 1 July, Thursday 2 July, Friday 3 July, Saturday 4 July, Sunday 5 July, "
        "Monday 6 July and 4 other dates until 10 July 2026, 9 am",
        "dimecres 1 de juliol, dijous 2 de juliol, divendres 3 de juliol, dissabte 4 de juliol, diumenge 5 de juliol, "
        "dilluns 6 de juliol i 4 dates més fins al 10 de juliol de 2026, 9 h",
    ),
    (
        timed(THURSDAY, rule=Rule(Frequency.WEEKLY, until=date(2026, 8, 27)), excluded=(date(2026, 8, 13),)),
        "tous les jeudis du 2 juillet au 27 août 2026 à 18 h 30, sauf le 13 août",
        "every Thursday from 2 July to 27 August 2026 at 6:30 pm, except 13 August",
        "cada dijous del 2 de juliol al 27 d’agost de 2026 a les 18.30 h, excepte el 13 d’agost",
    ),
    (
        every(Frequency.WEEKLY, weekdays=(1, 3), count=4),
        "tous les mardis et jeudis du 2 au 14 juillet 2026 à 18 h 30",
        "every Tuesday and Thursday from 2 to 14 July 2026 at 6:30 pm",
        "cada dimarts i dijous del 2 al 14 de juliol de 2026 a les 18.30 h",
    ),
    (
        every(Frequency.WEEKLY, 2),
        "un jeudi sur deux à partir du 2 juillet 2026 à 18 h 30",
        "every other Thursday from 2 July 2026 at 6:30 pm",
        "cada dues setmanes, el dijous a partir del 2 de juliol de 2026 a les 18.30 h",
    ),
    (
        every(Frequency.WEEKLY, weekdays=(0, 1, 2, 3, 4), slot=Slot(date(2026, 7, 1), start=time(1))),
        "du lundi au vendredi à partir du 1er juillet 2026 à 1 h",
        "Monday to Friday from 1 July 2026 at 1 am",
        "de dilluns a divendres a partir de l’1 de juliol de 2026 a la 1 h",
    ),
    (
        every(Frequency.DAILY, until=date(2026, 7, 31)),
        "tous les jours du 2 au 31 juillet 2026 à 18 h 30",
        "every day from 2 to 31 July 2026 at 6:30 pm",
        "cada dia del 2 al 31 de juliol de 2026 a les 18.30 h",
    ),
    (
        every(Frequency.DAILY, 3),
        "tous les trois jours à partir du 2 juillet 2026 à 18 h 30",
        "every three days from 2 July 2026 at 6:30 pm",
        "cada tres dies a partir del 2 de juliol de 2026 a les 18.30 h",
    ),
    (
        every(Frequency.MONTHLY, nth_weekday=(1, 6)),
        "le premier dimanche de chaque mois à partir du 5 juillet 2026 à 18 h 30",
        "the first Sunday of every month from 5 July 2026 at 6:30 pm",
        "el primer diumenge de cada mes a partir del 5 de juliol de 2026 a les 18.30 h",
    ),
    (
        every(Frequency.MONTHLY, 2, month_day=11),
        "le 11, un mois sur deux à partir du 11 juillet 2026 à 18 h 30",
        "the 11th of every other month from 11 July 2026 at 6:30 pm",
        "l’11, cada dos mesos a partir de l’11 de juliol de 2026 a les 18.30 h",
    ),
    (
        Schedule(Timing.ALL_DAY, (Slot(date(2026, 8, 15), date(2026, 8, 17)),), Rule(Frequency.YEARLY)),
        "chaque année, le 15 août à partir du 15 août 2026, toute la journée, pendant 3 jours",
        "every year on 15 August from 15 August 2026, all day, for 3 days",
        "cada any, el 15 d’agost a partir del 15 d’agost de 2026, tot el dia, durant 3 dies",
    ),
    (
        timed(Slot(date(2026, 7, 4), start=time(14), end=time(12))),
        "du 4 juillet à 14 h au 5 juillet 2026 à 12 h",
        "from 4 July at 2 pm to 5 July 2026 at noon",
        "del 4 de juliol a les 14 h al 5 de juliol de 2026 a les 12 h",
    ),
    (
        every(Frequency.WEEKLY, count=2, slot=Slot(date(2026, 7, 4), start=time(14), end=time(12))),
        "tous les samedis du 4 au 11 juillet 2026 de 14 h au lendemain à 12 h",
        "every Saturday from 4 to 11 July 2026 from 2 pm to noon the next day",
        "cada dissabte del 4 a l’11 de juliol de 2026 de 14 a 12 h de l’endemà",
    ),
    (
        every(Frequency.YEARLY, nth_weekday=(-1, 6), slot=Slot(date(2026, 10, 25), start=time(9))),
        "chaque année, le dernier dimanche d’octobre à partir du 25 octobre 2026 à 9 h",
        "every year on the last Sunday of October from 25 October 2026 at 9 am",
        "cada any, l’últim diumenge d’octubre a partir del 25 d’octubre de 2026 a les 9 h",
    ),
    (
        every(Frequency.YEARLY, slot=Slot(date(2028, 2, 29), start=time(9))),
        "le 29 février, les années bissextiles seulement à partir du 29 février 2028 à 9 h",
        "29 February, leap years only from 29 February 2028 at 9 am",
        "el 29 de febrer, només els anys de traspàs a partir del 29 de febrer de 2028 a les 9 h",
    ),
    (
        timed(
            THURSDAY,
            Slot(date(2026, 7, 14), start=time(11)),
            rule=Rule(Frequency.WEEKLY, count=5),
            changes=(Change(date(2026, 7, 9), Slot(date(2026, 7, 10), start=time(20))), Change(date(2026, 7, 16))),
        ),
        "tous les jeudis du 2 au 30 juillet 2026 à 18 h 30, et aussi mardi 14 juillet 2026, 11 h"
        " ; la date du 9 juillet est déplacée : vendredi 10 juillet 2026, 20 h ; annulé le 16 juillet",
        "every Thursday from 2 to 30 July 2026 at 6:30 pm, and also Tuesday 14 July 2026, 11 am"
        "; 9 July moved to Friday 10 July 2026, 8 pm; cancelled on 16 July",
        "cada dijous del 2 al 30 de juliol de 2026 a les 18.30 h, i també dimarts 14 de juliol de 2026, 11 h"
        "; la data del 9 de juliol canvia: divendres 10 de juliol de 2026, 20 h; anul·lat el 16 de juliol",
    ),
]


def with_plain_spaces(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("schedule", "french", "english", "catalan"), SENTENCES)
def test_schedule_is_said_in_three_languages(schedule, french, english, catalan):
    said = [with_plain_spaces(schedule_in_words(schedule, language)) for language in ("fr", "en", "ca")]
    assert said == [french, english, catalan]


def test_french_hours_do_not_break_across_lines():
    assert formats_of("fr").hour(time(18, 30)) == "18\u00a0h\u00a030"
    assert formats_of("ca").hour(time(9, 5)) == "9.05\u00a0h"


def test_days_are_said_with_and_without_year():
    day = date(2026, 4, 1)
    assert day_in_words(day, "fr", with_year=False) == "mercredi 1er avril"
    assert day_in_words(day, "ca") == "dimecres 1 d’abril de 2026"
    assert days_in_words(day, date(2026, 4, 5), "en", with_year=False) == "1 to 5 April"


def test_language_without_words_is_said_in_french():
    assert day_in_words(date(2026, 7, 16), "oc") == "jeudi 16 juillet 2026"
    assert day_in_words(date(2026, 7, 16), "en-gb") == "Thursday 16 July 2026"
