"""Dates and numbers as the French write them."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "d/m/Y"
TIME_FORMAT = "G \\h i"
DATETIME_FORMAT = "j F Y à G \\h i"
SHORT_DATETIME_FORMAT = "d/m/Y à G \\h i"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y"]
