"""What is told of a drawing."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scene:
    """`place` is a commune's name, `season` one of spring, summer, autumn and winter, `theme` one English word; title and
    alternative text are by language; `library` says how the photo library sorts it."""

    name: str
    place: str
    season: str
    theme: str
    title: dict[str, str]
    alternative: dict[str, str]
    library: dict = field(default_factory=dict)
