"""Hand-chosen palettes: a sky of two tones, a light, three depths of land, a dark, a pale and two lively colours."""

from dataclasses import dataclass


def rgb(colour):
    """Turn `#RRGGBB` into a tuple; leave a tuple as it is."""
    if isinstance(colour, tuple):
        return colour
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def mix(one, other, share):
    """Blend `share` (0 to 1) of the other colour into the first."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))


@dataclass(frozen=True)
class Palette:
    top: str
    low: str
    glow: str
    far: str
    near: str
    ground: str
    dark: str
    pale: str
    accent: str
    second: str

    def depth(self, share):
        """Colour of a hill between the farthest (0) and the nearest (1)."""
        return mix(self.far, self.near, share)

    @property
    def shade(self):
        """A pale wall out of the sun."""
        return mix(self.pale, mix(self.near, self.dark, 0.3), 0.42)


MORNING_COAST = Palette("#6FA9C0", "#FBDDBB", "#FFF0CC", "#AFC3CB", "#4E8798", "#2F5D6B", "#1D3A48", "#FBF1E0", "#DF6846", "#F0B35A")
NOON_SEA = Palette("#3B93CC", "#D9F0F0", "#FFF8DC", "#93C2D4", "#2478A8", "#EBCB8E", "#143C5A", "#FFFBF0", "#E2513A", "#F5B83D")
GOLDEN_VINES = Palette("#5E98AE", "#FBE2AA", "#FFEDB4", "#93AAB6", "#7C8349", "#CE8B28", "#472C22", "#FBEFD5", "#B53F2A", "#EBB43A")
NIGHT_FESTIVAL = Palette("#0C1436", "#4A2F74", "#FFD67A", "#322E68", "#1D1D4A", "#151536", "#090A20", "#F5E4C8", "#E8476B", "#3FB6C4")
ORCHARD = Palette("#85BFDD", "#F6F4E6", "#FFF6DA", "#A9C3D6", "#82B06A", "#5B9150", "#2C5140", "#FFFDF6", "#EC819C", "#F8C6CF")
STORM = Palette("#2F404D", "#AFBDB8", "#F2E9C9", "#7C8F95", "#3F5863", "#2B3D47", "#15222A", "#F2F4EE", "#C7553B", "#D8B45C")
DUSK_PINK = Palette("#54468A", "#FAB9A0", "#FFE5B8", "#B98DAB", "#6C4F86", "#43386B", "#251E47", "#FDEBDD", "#E8655A", "#F6AC60")
MOONLIGHT = Palette("#0F2340", "#557C96", "#F8F1D0", "#416580", "#1F3E57", "#152D42", "#0A1828", "#DCE6E4", "#F0B44C", "#8FB3B5")
OLIVE = Palette("#74ADC5", "#F8ECCD", "#FFF4CF", "#A9BBB6", "#8C9A62", "#C46C3D", "#33402E", "#FBF3DF", "#C9512F", "#BCC49B")
TERRACOTTA = Palette("#E9C9A0", "#F6E4C4", "#FFE6A6", "#DDAE7F", "#B8693E", "#7C3F2A", "#3A2220", "#FBF0DC", "#2F6F79", "#DD9F3C")
LAGOON = Palette("#62B2C4", "#FDE0D2", "#FFF0D4", "#9FC4CA", "#4796A0", "#DDBD94", "#1F4D59", "#FFF8F2", "#EF7786", "#F8BAA8")
MEADOW = Palette("#559FD0", "#ECF5E4", "#FFF7D2", "#9DBED0", "#74A85C", "#4C8748", "#224636", "#FFFCF2", "#E04F3C", "#F4C244")
