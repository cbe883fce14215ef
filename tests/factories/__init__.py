"""Small real things for tests, one file for each wing.

`make_<model>(**fields)` saves one to the database, ready to be shown, with what matters to a test given by name; traits are named
arguments. What every wing uses is imported from here.
"""

from tests.factories.accounts import make_organisation, make_role, make_territory, make_user, make_work_group
from tests.factories.common import image_file, make_picture
from tests.factories.destination import SQUARE, event_form, make_base_map, make_category, make_event, make_place, one_day

__all__ = [
    "make_organisation",
    "make_role",
    "make_territory",
    "make_user",
    "make_work_group",
    "image_file",
    "make_picture",
    "SQUARE",
    "event_form",
    "make_base_map",
    "make_category",
    "make_event",
    "make_place",
    "one_day",
]
