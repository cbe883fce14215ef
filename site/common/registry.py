"""Functions that stand above a model, called from a hook that Wagtail or Django calls on that model.

A model never imports what presents or serves it (CONTRIBUTING.md); it calls a hook by name, and the app registers the function
when it is ready.
"""

from collections.abc import Callable

_functions: dict[str, Callable] = {}


def hook(name: str) -> Callable[[Callable], Callable]:
    """Decorator: this function answers the hook `name`, such as "pages.page_context"."""

    def register(function: Callable) -> Callable:
        _functions[name] = function
        return function

    return register


def call_hook(name: str, *arguments, **named):
    """What the function registered for `name` returns; KeyError where no app registered one."""
    return _functions[name](*arguments, **named)
