"""Positions in degrees, WGS 84: where one may be, and where two figures were exchanged."""

#: (west, south, east, north): where French communes lie, with what is close to their borders.
FRANCE = (
    (-5.5, 41.2, 9.8, 51.3), (-62.0, 15.7, -60.7, 18.2), (-61.4, 14.3, -60.7, 15.0), (-54.8, 2.0, -51.5, 6.0),
    (55.1, -21.5, 55.9, -20.8), (44.9, -13.1, 45.4, -12.5), (-56.6, 46.7, -56.0, 47.2), (-63.2, 17.8, -62.7, 18.2),
    (-155.0, -28.0, -134.0, -7.0), (158.0, -23.0, 172.0, -17.0), (-178.5, -14.6, -175.9, -13.0),
)  # fmt: skip


def is_in_france(latitude: float, longitude: float) -> bool:
    """Whether a commune of France, overseas too, may lie there."""
    return any(west <= longitude <= east and south <= latitude <= north for west, south, east, north in FRANCE)


def is_swapped(latitude: float, longitude: float) -> bool:
    """Whether it is nowhere in France, and would be if the two figures were exchanged."""
    return not is_in_france(latitude, longitude) and is_in_france(longitude, latitude)
