"""Where the drawings put themselves, each under its poster's name."""

DRAWINGS = {}


def poster(function):
    """Register the drawing function under its name, hyphenated."""
    DRAWINGS[function.__name__.replace("_", "-")] = function
    return function
