"""What happens at the buttons of the moderation step in Wagtail's own admin: models do not know the actions, so these register
here when the app is ready."""

from collections.abc import Callable

# Takes the event, the moderator and their words; raises `PermissionDenied` with a sentence.
TaskAction = Callable[..., None]
_actions: dict[str, TaskAction] = {}


def task_action(name: str) -> Callable[[TaskAction], TaskAction]:
    """Register what Wagtail's action `name` (« approve », « reject ») does."""

    def register(action: TaskAction) -> TaskAction:
        _actions[name] = action
        return action

    return register


def action_named(name: str) -> TaskAction:
    """What to do; any action of Wagtail's that is not an approval sends the proposal back."""
    return _actions.get(name, _actions["reject"])
