"""The bell, the choices, the signed addresses."""

import pytest
from django.urls import reverse

from notifications.models import Channel, Notice, OptOut, Preferences, Rhythm
from notifications.signed_links import DIGEST, preferences_path, stop_path
from tests.factories import make_event, make_user
from tests.factories.notifications import EventNotification
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice_of_event(event, tell, member):
    tell(event, words="Entrée libre")
    return Notice.objects.get(person=member)


@pytest.fixture
def signed_in(client, member):
    client.force_login(member)
    return client


def test_empty_bell_says_so(signed_in):
    assert "Rien de nouveau pour vous" in read(signed_in.get(reverse("notifications:list"))).text


def test_bell_lists_what_was_told(signed_in, notice_of_event):
    page = read(signed_in.get(reverse("notifications:list")))
    assert "Concert au port" in page.text and "Entrée libre" in page.text


def test_opening_marks_read_and_leads_there(signed_in, notice_of_event):
    response = signed_in.get(reverse("notifications:open", args=[notice_of_event.pk]))

    notice_of_event.refresh_from_db()
    assert response.url == "/fr/agenda/"
    assert notice_of_event.read_at is not None


def test_opening_what_may_no_longer_be_seen_leads_back(signed_in, notice_of_event, event):
    event.live = False
    event.save()

    response = signed_in.get(reverse("notifications:open", args=[notice_of_event.pk]), follow=True)
    listed = response.content.decode()

    assert response.redirect_chain[-1][0] == reverse("notifications:list")
    assert "plus ouvert à votre compte" in listed
    assert "Concert au port" not in listed


def test_opening_what_was_deleted_leads_back(signed_in, notice_of_event, event):
    event.delete()

    assert signed_in.get(reverse("notifications:open", args=[notice_of_event.pk])).url == reverse("notifications:list")
    assert signed_in.get(reverse("notifications:list")).status_code == 200


def test_a_bell_is_its_persons_alone(client, notice_of_event, moderator):
    client.force_login(moderator)

    assert client.get(reverse("notifications:open", args=[notice_of_event.pk])).status_code == 404
    assert client.post(reverse("notifications:mark_read", args=[notice_of_event.pk])).status_code == 404
    notice_of_event.refresh_from_db()
    assert notice_of_event.read_at is None


def test_bell_is_closed_to_visitors(client, notice_of_event):
    for path in (
        reverse("notifications:list"),
        reverse("notifications:open", args=[notice_of_event.pk]),
        reverse("notifications:preferences"),
    ):
        assert client.get(path).status_code == 302


def test_marking_read_is_by_post(signed_in, notice_of_event, event, tell):
    tell(event)
    for name, args in (("mark_read", [notice_of_event.pk]), ("mark_all_read", []), ("end_tour", [])):
        assert signed_in.get(reverse(f"notifications:{name}", args=args)).status_code == 405

    signed_in.post(reverse("notifications:mark_read", args=[notice_of_event.pk]))
    assert Notice.objects.unread().count() == 1
    signed_in.post(reverse("notifications:mark_all_read"))
    assert Notice.objects.unread().count() == 0


@pytest.mark.parametrize("target", ["https://ailleurs.example/", "//ailleurs.example", "javascript:alert(1)", "\x00"])
def test_marking_read_does_not_lead_to_another_site(signed_in, notice_of_event, target):
    assert signed_in.post(reverse("notifications:mark_read", args=[notice_of_event.pk]), {"next": target}).url == reverse(
        "notifications:list"
    )


def test_unread_come_first_and_pages_cost_the_same(signed_in, member, tell, django_assert_max_num_queries):
    for number in range(35):
        tell(make_event(f"Événement {number}"))
    Notice.objects.filter(pk=Notice.objects.latest("pk").pk).mark_read()

    signed_in.get(reverse("notifications:list"))  # what the site's frame keeps in memory is read once
    with django_assert_max_num_queries(20):
        page = signed_in.get(reverse("notifications:list"))
    assert read(page).texts("button").count("Marquer comme lue") == 30
    assert "Événement 34" not in page.content.decode()
    assert "Événement 34" in read(signed_in.get(reverse("notifications:list"), {"page": 2})).text
    for number in ("0", "99", "x", "\x00"):
        assert signed_in.get(reverse("notifications:list"), {"page": number}).status_code == 200


def test_count_is_shown_in_the_frame(signed_in, notice_of_event):
    assert "1 notification non lue" in read(signed_in.get("/compte/")).text


def test_everything_is_on_at_first(signed_in, member):
    form = signed_in.get(reverse("notifications:preferences")).context["form"]

    assert form["rhythm"].initial == Rhythm.AT_ONCE
    assert all(form[name].initial for name in form.fields if name != "rhythm")


def test_choices_are_stored_as_refusals(signed_in, member):
    signed_in.post(
        reverse("notifications:preferences"), {"rhythm": "daily", "test_event_seen-bell": "on", "test_draft_seen-bell": "on"}
    )

    refused = OptOut.objects.filter(person=member, code__in=["test_event_seen", "test_draft_seen"]).values_list("code", "channel")
    assert set(refused) == {("test_event_seen", Channel.MAIL), ("test_draft_seen", Channel.MAIL)}
    assert Preferences.objects.get(person=member).rhythm == "daily"
    form = signed_in.get(reverse("notifications:preferences")).context["form"]
    assert (form["test_event_seen-bell"].initial, form["test_event_seen-mail"].initial) == (True, False)


def test_kinds_not_offered_are_neither_shown_nor_changed(signed_in, member, monkeypatch):
    OptOut.objects.create(person=member, code="test_event_seen", channel="mail")
    monkeypatch.setattr(EventNotification, "is_offered_to", classmethod(lambda kind, person: False))

    signed_in.post(reverse("notifications:preferences"), {"rhythm": "at_once"})

    assert OptOut.objects.filter(person=member, code="test_event_seen").count() == 1


@pytest.mark.parametrize("rhythm", ["", "hourly", "\x00", "🏖️", "x" * 1_000_000])
def test_bad_rhythm_is_told(signed_in, rhythm):
    response = signed_in.post(reverse("notifications:preferences"), {"rhythm": rhythm})

    assert response.status_code == 200
    assert "rhythm" in response.context["form"].errors


def test_choices_open_from_a_mail_without_signing_in(client, member):
    path = preferences_path(member)

    assert client.get(path).status_code == 200
    assert client.post(path, {"rhythm": "never"}).status_code == 302
    assert Preferences.objects.get(person=member).rhythm == Rhythm.NEVER
    assert client.get("/compte/").status_code == 302  # it opens nothing else


def test_choices_from_a_mail_ask_for_the_form_mark(member):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(preferences_path(member), {"rhythm": "never"}).status_code == 403


def test_tampered_addresses_open_nothing(client, member):
    other = make_user()
    for path in (preferences_path(member), stop_path(member, "test_event_seen")):
        payload, rest = path.rsplit("/", 2)[1].split(":", 1)
        for token in (
            payload,
            f"x{payload}:{rest}",
            f"{payload}:{rest}x",
            f"{preferences_path(other).rsplit('/', 2)[1].split(':')[0]}:{rest}",
            "faux",
        ):
            assert client.get(path.rsplit("/", 2)[0] + f"/{token}/").status_code == 404
    # an address made for one purpose does not serve another
    assert client.get(preferences_path(member).replace("/p/", "/arret/")).status_code == 404


def test_addresses_of_a_closed_account_open_nothing(client, member):
    paths = [preferences_path(member), stop_path(member, DIGEST)]
    member.is_active = False
    member.save()

    assert [client.get(path).status_code for path in paths] == [404, 404]


def test_a_scanner_that_follows_the_link_stops_nothing(client, member):
    for _reading in range(3):
        page = client.get(stop_path(member, "test_event_seen"))
    assert "Événement vu" in read(page).text
    assert not OptOut.objects.exists()


def test_one_click_stops_one_kind_of_mail(event, tell, member):
    from django.test import Client

    [letter] = tell(event)
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = letter.extra_headers["List-Unsubscribe"]
    path = address.strip("<>").removeprefix("http://127.0.0.1:8000")

    program = Client(enforce_csrf_checks=True)
    for _click in range(2):
        assert (
            program.post(path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded").status_code == 200
        )

    assert tell(event) == []
    assert Notice.objects.in_bell_of(member).count() == 2


def test_stop_page_speaks_the_persons_language(client, member):
    member.language = "ca"
    member.save()

    assert read(client.get(stop_path(member, DIGEST), headers={"accept-language": "fr"})).language == "ca"


def test_tour_is_shown_until_put_away(rf, member, signed_in):
    from notifications.context_processors import unread

    def shown():
        request = rf.get("/intranet/")
        request.user = member
        return unread(request)["shows_notification_tour"]()

    assert shown()
    signed_in.post(reverse("notifications:end_tour"), {"next": "/compte/"})
    assert not shown()


def test_tour_ends_when_choices_are_saved(rf, member, signed_in):
    signed_in.post(reverse("notifications:preferences"), {"rhythm": "daily"})

    assert Preferences.objects.get(person=member).tour_ended_at is not None
