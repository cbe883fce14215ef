"""A proposal as the form makes it: an event with its author, a revision, sent to the queue."""

from destination.agenda.models import Event, EventTranslation
from intranet.submissions.actions.proposals import propose
from tests.factories import make_event


def make_proposal(author, title="Bal de la Saint-Jean", sent=True, **fields) -> Event:
    """An event that was never published, waiting in the queue unless `sent` is false."""
    fields.setdefault("organisation", author.organisation)
    event = make_event(title, live=False, author=author, **fields)
    event.save_revision(user=author, clean=False)
    if sent:
        propose(event, author)
    return Event.objects.get(pk=event.pk)


def make_change(author, title="Bal de la Saint-Jean", new_title="Grand bal de la Saint-Jean", sent=True, **fields) -> Event:
    """A published event of which another version, with another title, waits."""
    fields.setdefault("organisation", author.organisation)
    event = make_event(title, live=False, author=author, **fields)
    event.save_revision(clean=False).publish()
    event = Event.objects.get(pk=event.pk)
    event.words.set([EventTranslation(language="fr", title=new_title, summary=f"{title}.")])
    event.save_revision(user=author, clean=False)
    if sent:
        propose(event, author)
    return Event.objects.get(pk=event.pk)
