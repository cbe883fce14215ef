"""What loading the demo destination made, so that one command can take it away and nothing else."""

from django.apps import apps
from django.db import models
from django.utils import timezone


class DemoLoad(models.Model):
    """One loading of the demo. `things` lists what it made, in order: [["agenda.event", 12], …]."""

    loaded_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True)
    is_complete = models.BooleanField(default=True)  # False from its beginning to its end
    things = models.JSONField(default=list)

    def __str__(self):
        return f"{self.loaded_at:%Y-%m-%d}"

    def note(self, *things) -> None:
        """Remember saved objects; `save()` is the caller's."""
        self.things += [[thing._meta.label_lower, thing.pk] for thing in things]

    def remove(self) -> tuple[int, list[str]]:
        """Delete what was made, last made first. How many went, and those that stay because something real uses it."""
        count, remaining = 0, []
        for label, pk in reversed(self.things):
            thing = apps.get_model(label).objects.filter(pk=pk).first()
            if thing is None:
                continue
            try:
                thing.delete()
                count += 1
            except models.ProtectedError:
                remaining.append(str(thing))
        self.removed_at = timezone.now()
        self.save()
        return count, remaining
