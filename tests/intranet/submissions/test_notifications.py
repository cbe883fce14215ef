"""Who is notified of what."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone, translation

from accounts.permissions import MODERATOR
from common.access import Audience
from intranet.submissions.actions import comments_and_claims, decisions, proposals
from intranet.submissions.actions.imports import Choice, propose_rows, understand
from notifications.actions import set_rhythm
from notifications.actions.mail import mail_digests
from notifications.models import Notice, Rhythm
from notifications.periodic import mail_held_notices
from notifications.registry import UNDO_TIME, kinds
from tests.factories import make_event, make_organisation, make_place, make_territory, make_user
from tests.factories.submissions import cancel_event, make_calendar, make_change, make_proposal, make_vevent


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
    cancel_event(make_event(author=member), member)
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
    cancel_event(event, member)
    proposals.reinstate(event, member)
    assert recipients("event_cancelled") == set()


# ---- closed by the deed -----------------------------------------------------------------------------------------------
def unread() -> set[tuple[str, str]]:
    return set(Notice.objects.unread().values_list("code", "person__last_name"))


@pytest.fixture
def colleague():
    """A second moderator."""
    person = make_user(last_name="Seconde", organisation=make_organisation("Autre office"))
    person.groups.set(Group.objects.filter(name=MODERATOR))
    return person


@pytest.mark.parametrize("verb", ["accept", "send_back", "refuse"])
def test_decision_closes_what_every_moderator_was_told(member, moderator, colleague, verb):
    event = make_proposal(member)
    comments_and_claims.comment(event, member, "Il y a aussi un goûter.")
    assert unread() == {
        (code, name) for code in ("event_proposed", "event_comment_to_moderators") for name in ("Lequeu", "Seconde")
    }
    getattr(decisions, verb)(event, moderator, words="Merci.")
    assert {person for _code, person in unread()} == {"Delmoli"}


def test_decision_taken_back_waits_for_the_moderators_again(member, moderator, colleague):
    event = make_proposal(member)
    decision = decisions.refuse(event, moderator, "Déjà annoncé.")
    decisions.take_back(decision, moderator)
    assert unread() == {("event_proposed", "Lequeu"), ("event_proposed", "Seconde")}


@pytest.mark.parametrize("deed", [proposals.withdraw, proposals.remove])
def test_what_left_the_queue_is_no_longer_told(member, moderator, deed):
    event = make_proposal(member)
    deed(event, member)
    assert unread() == set()


def test_proposal_sent_again_is_told_once_and_closes_the_request(member, moderator):
    event = make_proposal(member)
    decisions.send_back(event, moderator, "À quelle heure ?")
    event.save_revision(user=member, clean=False)
    proposals.propose(event, member)
    proposals.propose(event, member)
    assert list(Notice.objects.unread().values_list("code", flat=True)) == ["event_proposed"]


def test_answer_closes_the_question_on_both_sides(member, moderator, colleague):
    event = make_proposal(member)
    comments_and_claims.comment(event, moderator, "Qui joue ?")
    comments_and_claims.comment(event, member, "La chorale.")
    assert ("event_comment_to_author", "Delmoli") not in unread()
    comments_and_claims.comment(event, colleague, "Merci.")
    assert {code for code, _person in unread()} == {"event_proposed", "event_comment_to_author"}


def test_looking_at_the_history_closes_what_it_says(client, member, moderator):
    event = make_proposal(member)
    decisions.send_back(event, moderator, "À quelle heure ?")
    client.force_login(member)
    client.get(reverse("submissions:history", args=[event.pk]))
    assert unread() == set()


def test_seen_event_is_closed_for_every_moderator(member, moderator, colleague):
    event = make_event(author=member)
    cancel_event(event, member)
    comments_and_claims.mark_seen(event, moderator)
    assert unread() == set()


def test_author_is_told_who_cancelled_and_why(member, moderator):
    event = make_event("Bal du port", author=member, live=True)
    cancel_event(event, moderator, "La scène est mouillée.")
    [notice] = Notice.objects.filter(person=member)
    assert notice.notification.title() == "Modeste Lequeu a annulé « Bal du port »"
    assert "La scène est mouillée." in notice.notification.excerpt()
    assert recipients("event_cancelled") == set()


def test_author_who_cancels_is_not_told(member, moderator):
    cancel_event(make_event(author=member), member)
    assert recipients("event_changed_for_author") == set()


def test_cancellation_by_another_that_is_undone_is_told_only_to_who_knew(member, moderator):
    event = make_event(author=member)
    cancel_event(event, moderator)
    proposals.reinstate(event, moderator)
    assert not Notice.objects.filter(person=member).exists()
    cancel_event(event, moderator)
    Notice.objects.update(not_before=None, mail_waiting=False)
    proposals.reinstate(event, moderator)
    assert Notice.objects.filter(person=member).latest("pk").notification.title().startswith("Modeste Lequeu a rétabli")


def test_new_event_of_a_trusted_office_is_one_notice_for_each(member, moderator, neighbours):
    member.organisation.trusted = True
    member.organisation.save()
    moderator.organisation.territories.add(neighbours.commune)
    make_proposal(member, place=neighbours)
    assert sorted(Notice.objects.values_list("person__last_name", "code")) == [
        ("Lequeu", "event_changed"),
        ("Voisin", "new_event_in_territory"),
    ]


def test_calendar_of_many_events_is_one_mail_to_each_moderator(
    member, moderator, colleague, mailoutbox, django_capture_on_commit_callbacks
):
    make_territory("Port-Aurelle")
    events = [make_vevent(f"{number}@amis", f"Loto {number}", location="Port-Aurelle") for number in range(5)]
    calendar = understand(make_calendar(*events), "a.ics", member)
    with django_capture_on_commit_callbacks(execute=True):
        propose_rows(calendar, member, {number: Choice() for number in range(5)})
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([moderator.email, colleague.email])
    assert mailoutbox[0].subject.endswith("et 4 autres nouvelles")
    assert all(f"Loto {number}" in mailoutbox[0].body for number in range(5))


@pytest.mark.parametrize("rhythm", [Rhythm.DAILY, Rhythm.WEEKLY])
def test_what_an_author_must_correct_waits_for_no_digest(
    member, moderator, mailoutbox, django_capture_on_commit_callbacks, rhythm
):
    set_rhythm(member, rhythm)
    event = make_proposal(member, "Bal du port")
    decisions.send_back(event, moderator, "À quelle heure ?")
    with time_machine.travel(timezone.now() + UNDO_TIME), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    assert [mail.subject.replace("\xa0", " ") for mail in mailoutbox] == ["« Bal du port » est à corriger"]
