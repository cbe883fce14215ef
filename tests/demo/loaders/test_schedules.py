from datetime import date

from demo.loaders.schedules import schedule_of

MONDAY = date(2026, 11, 23)


def test_relative_dates_become_a_schedule():
    words = {
        "timing": "timed",
        "slots": [{"day": {"next": "saturday", "weeks": 1}, "days": 1, "start": "18:00", "end": "19:00"}],
        "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["sat"], "until": {"in_days": 40}},
        "excluded": [{"nth_occurrence": 2}],
    }
    schedule = schedule_of(words, MONDAY)
    days = [time.day for time in schedule.occurrences(horizon_end=date(2027, 12, 31))]
    assert days == [date(2026, 12, 5), date(2026, 12, 19), date(2026, 12, 26), date(2027, 1, 2)]


def test_monthly_rule_begins_on_its_own_weekday():
    words = {
        "timing": "all_day",
        "slots": [{"day": {"in_days": 0}, "days": 1}],
        "rule": {"frequency": "monthly", "nth": 1, "weekday": "sun", "count": 2},
    }
    days = [time.day for time in schedule_of(words, MONDAY).occurrences(horizon_end=date(2027, 12, 31))]
    assert days == [date(2026, 12, 6), date(2027, 1, 3)]
