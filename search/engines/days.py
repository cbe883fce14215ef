"""When things happen, as the database engines count it: one bit for each word of time (today, the week-end, the week), and one
for the days that the reader chose."""

from datetime import date

from search.engines.protocol import EngineQuery
from search.models import minutes_of

NOTHING = "SELECT '' AS kind, '' AS thing, 0 AS days"


class Days:
    """The SQL that gives each match its bits. A question without days asks the spans nothing."""

    def __init__(self, query: EngineQuery):
        self.windows = query.windows if query.counted else {}
        self.first_day = min((first for first, _last in self.windows.values()), default=query.today)
        self.first = self.first_day.isoformat()
        self.bits = {name: 1 << position for position, name in enumerate(self.windows)}
        same = [self.bits[name] for name, window in self.windows.items() if window == query.days]
        days = query.days or ((query.today, date.max) if query.hours else None)
        self.days = days or query.around  # by which matches are sorted where a moment alone is asked for
        by_span = days and (query.hours or not same)
        self.choice = (1 << len(self.bits) if by_span else same[0]) if days else 0
        # Other days than those of a word may be years, and a word of time knows no hours: each match is asked by itself.
        self.other_days = days if by_span else None
        self.hours = query.hours

    @property
    def join(self) -> str:
        """SQL: puts `h`, its row of `day_bits` where it has one, beside each entry `e`. What is over is not sought there."""
        thing = f"CASE WHEN e.last_on >= '{self.first}' THEN e.thing END" if self.windows else "e.thing"
        return f" LEFT JOIN day_bits h ON h.thing = {thing} AND h.kind = e.kind"

    def table(self) -> tuple[str, list]:
        """`day_bits`: what happens in one of the windows (`kind`, `thing`), and its bits, with the values of its placeholders."""
        if not self.windows:
            return NOTHING, []
        bits, values = self._bits()
        spans, span_values = _spans(self.first_day, max(last for _first, last in self.windows.values()))
        statement = f"SELECT kind, thing, {bits} AS days FROM ({spans}) s GROUP BY thing, kind"  # noqa: S608  only our own constants
        return statement, [*values, *span_values]

    def whole_table(self) -> tuple[str, list]:
        """The same, with what happens on the days that were chosen beside the windows."""
        table, values = self.table()
        if not self.other_days:
            return table, values
        spans, span_values = _spans(*self.other_days, ", starts" if self.hours else "")
        at_hours = " WHERE starts BETWEEN %s AND %s" if self.hours else ""
        return (
            f"SELECT kind, thing, SUM(days) AS days FROM ({table} UNION ALL "  # noqa: S608  only our own constants
            f"SELECT DISTINCT kind, thing, {self.choice} FROM ({spans}) s{at_hours}) t GROUP BY thing, kind"
        ), [*values, *span_values, *map(minutes_of, self.hours or ())]

    def of_entry(self) -> tuple[str, list]:
        """The bits of the entry `e` by its own spans, for where few are asked, with the values of its placeholders."""
        if not self.windows:
            return "0", []
        bits, values = self._bits()
        spans = f"SELECT {bits} FROM search_span s WHERE s.kind = e.kind AND s.thing = e.thing"  # noqa: S608  only our own constants
        return f"CASE WHEN e.last_on >= '{self.first}' THEN COALESCE(({spans}), 0) ELSE 0 END", values

    def _bits(self) -> tuple[str, list[str]]:
        """The bits of some spans of one thing together, with the values of its placeholders."""
        bits = " + ".join(
            f"{bit} * MAX(CASE WHEN first_day <= %s AND last_day >= %s THEN 1 ELSE 0 END)" for bit in self.bits.values()
        )
        return bits, [day.isoformat() for begins, ends in self.windows.values() for day in (ends, begins)]

    def first_time(self) -> tuple[str, list]:
        """When the entry `e` happens in the days that were chosen, as a text that sorts: what is there for one day before what
        lasts, then by day and hour."""
        first, last = (day.isoformat() for day in self.days)
        order = (
            "CASE WHEN s.several THEN '1' ELSE '0' END || CAST(s.first_day AS varchar(10)) || "
            "CAST(10000 + COALESCE(s.starts, 1440) AS varchar(5))"
        )
        spans = "search_span s WHERE s.kind = e.kind AND s.thing = e.thing AND s.first_day <= %s AND s.last_day >= %s"
        # What only bears the name of a feast comes after what happens at it.
        return f"COALESCE((SELECT MIN({order}) FROM {spans}), '9')", [last, first]  # noqa: S608  only our own constants

    def column(self) -> tuple[str, list]:
        """The bits of the entry `e` after `join`, with the values of its placeholders."""
        if not self.other_days:
            return "COALESCE(h.days, 0)", []
        span = (
            "SELECT 1 FROM search_span s WHERE s.kind = e.kind AND s.thing = e.thing AND s.first_day <= %s AND s.last_day >= %s"
        )
        values = [day.isoformat() for day in reversed(self.other_days)]
        if self.hours:
            span += " AND s.starts BETWEEN %s AND %s"
            values += [minutes_of(hour) for hour in self.hours]
        return f"COALESCE(h.days, 0) + CASE WHEN EXISTS ({span}) THEN {self.choice} ELSE 0 END", values  # noqa: S608


def _spans(first: date, last: date, further: str = "") -> tuple[str, list]:
    """What happens on some days, with the values of the placeholders: what begins then, and the long ones that began before. Two
    short walks along two indexes that hold these columns; `further` ones are read from the rows."""
    columns = f"SELECT kind, thing, first_day, last_day{further} FROM search_span"  # noqa: S608  only our own constants
    spans = (
        f"{columns} WHERE first_day BETWEEN %s AND %s "
        f"UNION ALL {columns} WHERE several = %s AND last_day >= %s AND first_day < %s"
    )
    return spans, [first.isoformat(), last.isoformat(), True, first.isoformat(), first.isoformat()]
