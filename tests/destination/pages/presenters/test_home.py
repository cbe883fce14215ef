"""What stands on the home page: the journey, events to come."""

from tests.factories import make_event
from tests.html import read


def test_journey_is_remembered_by_the_browser_alone(client, pages):
    make_event("Ce soir", schedule=None)
    response = client.get("/fr/?journey=here")

    assert response["Location"] == "/fr/"
    cookie = response.cookies["journey"]
    assert (cookie.value, cookie["samesite"], bool(cookie["httponly"])) == ("here", "Lax", True)
    assert "sessionid" not in response.cookies
    response = client.get("/fr/")
    assert read(response).has("heading", "Près de vous")
    assert response.context["is_here_now"]() is True
    assert client.get("/en/venir-en/").context["is_here_now"]() is True


def test_journey_changes_and_forgets(client, pages):
    client.get("/fr/?journey=here")
    client.get("/fr/?journey=preparing")
    assert client.get("/fr/").context["is_here"] is False
    client.get("/fr/?journey=%F0%9F%99%82")
    assert "journey" not in client.cookies or not client.cookies["journey"].value


def test_home_shows_events_to_come_only_when_everybody_may_see_them(client, pages):
    make_event("Bal du port")
    make_event("Réunion", audience="members")
    make_event("Brouillon", live=False)
    text = client.get("/fr/").content.decode()

    assert "Bal du port" in text
    assert "Réunion" not in text and "Brouillon" not in text


def test_event_withdrawn_leaves_the_home_at_once(client, pages):
    event = make_event("Bal du port")
    assert "Bal du port" in read(client.get("/fr/")).text
    event.live = False
    event.save()

    assert "Bal du port" not in client.get("/fr/").content.decode()
