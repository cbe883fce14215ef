"""What a reader of the library may ask for."""

from common.filters import Choice, Filters, Page, Words
from pro_portal.photos.models import Colour, Orientation, Season, Theme, Weather
from pro_portal.photos.rights.choices import Use

#: facet → its codes; communes and people are read from the index.
CHOICES = {"theme": Theme, "season": Season, "weather": Weather, "orientation": Orientation, "colour": Colour, "use": Use}
PEOPLE = ("with", "without")
TAKE = "take"  # what the reader may take: green or amber
LIGHTS = (TAKE, "green", "amber", "red")


class PhotoFilters(Filters):
    text = Words("q")
    light = Choice("light", LIGHTS)
    theme = Choice("theme", Theme.values)
    season = Choice("season", Season.values)
    weather = Choice("weather", Weather.values)
    orientation = Choice("orientation", Orientation.values)
    colour = Choice("colour", Colour.values)
    use = Choice("use", Use.values)
    commune = Choice("commune")
    people = Choice("people", PEOPLE)
    page = Page()

    @property
    def facets(self) -> dict[str, str]:
        """The facets that are on."""
        return {name: value for name, value in self.active.items() if name != "text"}
