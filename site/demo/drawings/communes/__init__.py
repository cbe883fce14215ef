"""The drawings, one module for each commune."""

from . import abbey_hills, high_valley, lagoon, olives, port, quays, spa, vineyards, walls
from .register import DRAWINGS

__all__ = ["DRAWINGS", "abbey_hills", "high_valley", "lagoon", "olives", "port", "quays", "spa", "vineyards", "walls"]
