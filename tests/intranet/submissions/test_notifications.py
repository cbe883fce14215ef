"""Who is notified of what."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone, translation

from common.access import Audience
from intranet.submissions.actions import comments_and_claims, decisions, proposals
from notifications.actions import set_rhythm
from notifications.actions.mail import mail_digests
from notifications.models import Notice, Rhythm
from notifications.periodic import mail_held_notices
from notifications.registry import UNDO_TIME, kinds
from tests.factories import make_event, make_organisation, make_place, make_territory, make_user
from tests.factories.submissions import make_change, make_proposal


def recipients(code):
    return set(Notice.objects.filter(code=code).values_list("person__last_name", flat=True))


def test_moderators_hear_of_a_proposal(member, moderator, editor):
    make_proposal(member)
    assert recipients("event_proposed") == {"Lequeu"}


def test_moderator_does_not_hear_of_their_own(moderator):
    make_proposal(moderator)
    assert recipients("event_proposed") == set()


@pytest.mark.parametrize(
    "verb, code", [("accept", "event_accepted"), ("send_back", "event_sent_back"), ("refuse", "event_refused")]
)
def test_author_hears_of_the_decision(member, moderator, verb, code):
    getattr(decisions, verb)(make_proposal(member), moderator, words="Merci")
    assert recipients(code) == {"Delmoli"}
    assert Notice.objects.get(code=code).details["words"] == "Merci"


def test_each_side_hears_the_other(member, moderator):
    event = make_proposal(member)
    comments_and_claims.comment(event, member, "Bonjour")
    comments_and_claims.comment(event, moderator, "Bonsoir")
    assert recipients("event_comment_to_moderators") == {"Lequeu"}
    assert recipients("event_comment_to_author") == {"Delmoli"}


def test_moderators_hear_of_a_cancellation(member, moderator):
    proposals.cancel(make_event(author=member), member)
    assert recipients("event_cancelled") == {"Lequeu"}


def test_moderators_hear_of_what_is_published_without_them(member, moderator):
    member.organisation.trusted = True
    member.organisation.save()
    make_proposal(member)
    assert recipients("event_changed") == {"Lequeu"}
    assert recipients("event_proposed") == set()


@pytest.fixture
def neighbours(member):
    """Someone whose office covers the commune, someone whose office does not, a provider of the commune."""
    commune = make_territory("Sant Aurèli")
    for name, kind, covers in (("Voisin", "office", True), ("Lointain", "office", False), ("Hôtelier", "provider", True)):
        organisation = make_organisation(name, kind=kind)
        organisation.territories.set([commune] if covers else [])
        make_user(organisation=organisation, last_name=name)
    return make_place("La place", commune)


def test_offices_of_the_commune_hear_of_a_new_event(member, moderator, neighbours):
    event = make_proposal(member, place=neighbours)
    assert recipients("new_event_in_territory") == set()
    decisions.accept(event, moderator)
    assert recipients("new_event_in_territory") == {"Voisin"}


def test_offices_do_not_hear_of_what_they_may_not_see(member, neighbours):
    make_proposal(member, place=neighbours, audience=Audience.PRIVATE)
    assert recipients("new_event_in_territory") == set()


def test_offices_do_not_hear_of_a_change(member, moderator, neighbours):
    decisions.accept(make_change(member, place=neighbours), moderator)
    assert recipients("new_event_in_territory") == set()


def test_nothing_is_told_when_nothing_happened(member, moderator):
    event = make_proposal(member)
    with pytest.raises(decisions.WordsMissing):
        decisions.refuse(event, moderator, "")
    assert recipients("event_refused") == set()


@pytest.mark.parametrize("language", ["fr", "en", "ca"])
def test_every_kind_says_itself_in_each_language(member, moderator, language):
    from intranet.submissions import notifications as kinds

    event = make_change(member)
    named = [kind for kind in vars(kinds).values() if isinstance(kind, type) and getattr(kind, "code", "").isidentifier()]
    with translation.override(language):
        for kind in named:
            notification = kind(event, actor=moderator, words="é" * 400)
            assert notification.title()
            assert len(notification.excerpt()) <= 300
            assert notification.url().startswith("/")
            assert kind(event).excerpt()


def test_moderators_and_author_get_one_mail_each_and_none_from_wagtail(
    member, moderator, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        event = make_proposal(member)
    assert [mail.to for mail in mailoutbox] == [[moderator.email]]
    with django_capture_on_commit_callbacks(execute=True):
        decisions.accept(event, moderator)
    assert len(mailoutbox) == 1
    with time_machine.travel(timezone.now() + UNDO_TIME), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    assert [mail.to for mail in mailoutbox[1:]] == [[member.email]]
    assert all(mail.alternatives for mail in mailoutbox)


def test_excerpt_begins_with_a_capital(member, moderator):
    decisions.accept(make_proposal(member), moderator)
    excerpt = Notice.objects.get(code="event_accepted").notification.excerpt()
    assert excerpt[0].isupper()


def test_choices_are_those_one_can_receive(member, moderator, professional):
    def offered(person):
        return {kind.code for kind in kinds() if kind.is_offered_to(person)}

    assert "event_proposed" in offered(moderator)
    assert "event_proposed" not in offered(member) and "event_accepted" in offered(member)
    assert not {"event_proposed", "event_accepted", "new_event_in_territory"} & offered(professional)


def test_proposal_once_accepted_is_still_told_as_a_proposal(member, moderator):
    event = make_proposal(member, "Bal du port")
    decisions.accept(event, moderator)
    assert "propose «" in Notice.objects.get(code="event_proposed").notification.title()
    make_change(member)
    assert "propose de modifier" in Notice.objects.filter(code="event_proposed").latest("pk").notification.title()


@pytest.mark.parametrize("rhythm", [Rhythm.AT_ONCE, Rhythm.DAILY])
@pytest.mark.parametrize("verb", ["accept", "send_back", "refuse"])
def test_decision_taken_back_within_two_minutes_never_reaches_its_author(
    member, moderator, neighbours, mailoutbox, django_capture_on_commit_callbacks, verb, rhythm
):
    set_rhythm(member, rhythm)
    event = make_proposal(member, place=neighbours)
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        decision = getattr(decisions, verb)(event, moderator, words="Déjà annoncé.")
    with time_machine.travel(timezone.now() + timedelta(seconds=100)), django_capture_on_commit_callbacks(execute=True):
        assert not Notice.objects.in_bell_of(member).exists()
        decisions.take_back(decision, moderator)
    with time_machine.travel(timezone.now() + timedelta(days=8)), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
        mail_digests([Rhythm.DAILY])
    assert mailoutbox == []
    assert recipients("event_reopened") == recipients("new_event_in_territory") == set()
    assert not Notice.objects.filter(person=member).exists()


def test_author_who_knew_of_the_decision_hears_that_it_is_taken_back(member, moderator):
    decision = decisions.refuse(make_proposal(member), moderator, "Déjà annoncé.")
    with time_machine.travel(timezone.now() + timedelta(minutes=4)):
        mail_held_notices()
        decisions.take_back(decision, moderator)
    assert recipients("event_refused") == recipients("event_reopened") == {"Delmoli"}


def test_cancellation_undone_at_once_reaches_no_moderator(member, moderator):
    event = make_event(author=member)
    proposals.cancel(event, member)
    proposals.reinstate(event, member)
    assert recipients("event_cancelled") == set()
