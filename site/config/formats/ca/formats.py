"""Dates and numbers as Catalans write them."""

DATE_FORMAT = "j \\d\\e F \\d\\e Y"
SHORT_DATE_FORMAT = "d/m/Y"
TIME_FORMAT = "G.i \\h"
DATETIME_FORMAT = "j \\d\\e F \\d\\e Y, G.i \\h"
SHORT_DATETIME_FORMAT = "d/m/Y, G.i \\h"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y"]
