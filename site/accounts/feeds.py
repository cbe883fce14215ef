"""Feeds and calendars for one person: the programs that read them cannot sign in, so a key in the address names their owner."""

from django.http import Http404, HttpRequest

from accounts.models import User

KEY_LENGTH = 41  # one more than a key: a longer text is never found


def feed_reader(request: HttpRequest) -> User:
    """For whom a feed is made: the owner of `?key=`, else who is signed in. A wrong key gives a 404, not a shorter feed."""
    if "key" not in request.GET:
        return request.user
    people = User.objects.select_related("organisation").filter(is_active=True)
    person = people.filter(feed_key=request.GET["key"][:KEY_LENGTH]).first()
    if person is None:
        raise Http404
    return person
