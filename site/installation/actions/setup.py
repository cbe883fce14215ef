"""Making the setup link, and setting an empty installation up with it: once, whoever comes at the same moment."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.actions import open_account
from accounts.models import User
from accounts.permissions import ADMINISTRATOR
from destination.pages.actions import ensure_site
from installation.limits import LINK_LIFETIME
from installation.models import SetupLink, hash_of, is_set_up, new_token


class AlreadySetUp(Exception):
    """The installation has a site, or somebody who administers it."""


class LinkClosed(Exception):
    """The link was used, replaced or has expired, or somebody was faster."""


@transaction.atomic
def issue_link() -> str:
    """The path of a new setup link; those made before stop working. Raises `AlreadySetUp`."""
    if is_set_up():
        raise AlreadySetUp
    token = new_token()
    SetupLink.objects.filter(is_used=False).delete()
    SetupLink.objects.create(token_hash=hash_of(token), expires_at=timezone.now() + LINK_LIFETIME)
    return reverse("installation:setup", args=[token])


def set_up(link: SetupLink, *, name: str, languages: list[str], email: str, password: str, **names) -> User:
    """Make the site and its first administrator; `names`: first_name, last_name, language. Works once: whoever comes second, at
    the same moment too, gets `LinkClosed` and nothing of theirs is stored."""
    try:
        with transaction.atomic():
            now = timezone.now()
            open_links = SetupLink.objects.filter(pk=link.pk, is_used=False, expires_at__gt=now)
            if not open_links.update(is_used=True, used_at=now) or is_set_up():
                raise LinkClosed
            ensure_site(name=name, languages=languages)
            return open_account(email, password, roles=[ADMINISTRATOR], **names)
    except IntegrityError as error:  # another link was used a moment ago
        raise LinkClosed from error
