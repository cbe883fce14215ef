import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import TimestampSigner
from django.test import Client
from django.urls import reverse

from accounts.models import WorkGroup
from common.interrupted_forms import AUTHOR, KEPT, MOST_KEPT, SALT, sign_author
from tests.factories import make_work_group
from tests.html import read

pytestmark = pytest.mark.django_db
NEW_GROUP = "/intranet/groupes/nouveau/"
RESUME = "/compte/reprendre/"
WORDS = {"name": "Randonnée", "purpose": "Ouvrir le sentier\r\nà l’automne", "kind": "open"}


def sent(person, **fields) -> dict:
    return WORDS | {AUTHOR: sign_author(person)} | fields


@pytest.fixture
def interrupted(client, member):
    """A browser that sent a form without a session."""
    assert client.post(NEW_GROUP, sent(member))["Location"] == f"/compte/connexion/?next={RESUME}"
    return client


def test_form_says_to_whom_it_is_shown(client, member):
    client.force_login(member)
    authors = set(read(client.get(NEW_GROUP)).form_values()[AUTHOR])
    assert {TimestampSigner(salt=SALT).unsign(author) for author in authors} == {str(member.pk)}
    client.logout()
    assert AUTHOR not in read(client.get("/compte/connexion/")).form_values()


def test_author_reads_it_after_signing_in_and_sends_it(interrupted, member):
    assert "Ce que vous aviez écrit est enregistré" in read(interrupted.get("/compte/connexion/")).text
    interrupted.force_login(member)
    page = read(interrupted.get(RESUME))
    assert "Ouvrir le sentier" in page.text and "Randonnée" in page.text
    form = page.tag.find("form", action=NEW_GROUP)
    fields = {each["name"]: each["value"] for each in form.find_all("input")}
    assert fields["purpose"] == WORDS["purpose"]
    assert interrupted.post(NEW_GROUP, fields).status_code == 302
    assert WorkGroup.objects.get(name="Randonnée").purpose == "Ouvrir le sentier\nà l’automne"
    assert interrupted.get(RESUME).status_code == 302  # it waits no more


def test_what_only_programs_read_is_not_shown(client, member):
    group = make_work_group(owners=[member])
    client.force_login(member)
    address = reverse("work_groups:edit", args=[group.slug])
    seen = read(client.get(address)).form_values()["seen"]
    client.session.flush()
    client.post(address, sent(member, seen=seen))
    client.force_login(member)
    assert [part.text for part in read(client.get(RESUME)).all_by_hook("data-written")] == [
        "Randonnée",
        "Ouvrir le sentier à l’automne",
    ]


def test_nobody_else_reads_it(interrupted, member, editor):
    interrupted.force_login(editor)
    assert interrupted.get(RESUME)["Location"] == "/intranet/"
    interrupted.post(RESUME, {"key": next(iter(interrupted.session[KEPT]["forms"]))})
    assert interrupted.session[KEPT]["person"] == str(member.pk)


def test_author_throws_it_away(interrupted, member):
    interrupted.force_login(member)
    interrupted.post(RESUME, {"key": next(iter(interrupted.session[KEPT]["forms"]))})
    assert interrupted.get(RESUME).status_code == 302
    assert not WorkGroup.objects.filter(name="Randonnée").exists()


@pytest.mark.parametrize("author", ["", "1", "1:1aaaaa:forged"])
def test_form_of_nobody_we_know_is_not_kept(client, member, author):
    response = client.post(NEW_GROUP, WORDS | {AUTHOR: author})
    assert response["Location"] == f"/compte/connexion/?next={NEW_GROUP}"
    assert KEPT not in client.session


def test_password_is_not_kept(client, member):
    client.post("/compte/mot-de-passe/", {AUTHOR: sign_author(member), "oldpassword": "secret", "password1": "n"})
    assert KEPT not in client.session


def test_what_a_script_sends_is_not_kept(client, member):
    client.post(NEW_GROUP, sent(member), headers={"Sec-Fetch-Mode": "cors"})
    assert KEPT not in client.session


def test_htmx_leads_the_whole_page_to_sign_in(client, member):
    response = client.post(NEW_GROUP, sent(member), headers={"Sec-Fetch-Mode": "cors", "HX-Request": "true"})
    assert response["HX-Redirect"] == f"/compte/connexion/?next={RESUME}"
    assert len(client.session[KEPT]["forms"]) == 1


def test_each_tab_is_kept_and_a_double_click_is_one_form(interrupted, member):
    interrupted.post(NEW_GROUP, sent(member))
    assert len(interrupted.session[KEPT]["forms"]) == 1
    for number in range(MOST_KEPT + 2):
        interrupted.post(NEW_GROUP, sent(member, purpose=f"Onglet {number}"))
    kept = [form["fields"]["purpose"] for form in interrupted.session[KEPT]["forms"].values()]
    assert kept == [[f"Onglet {number}"] for number in range(2, MOST_KEPT + 2)]


def test_file_is_named_to_be_chosen_again(client, member):
    client.post(NEW_GROUP, sent(member, plan=SimpleUploadedFile("plan.pdf", b"%PDF-1.4")))
    client.force_login(member)
    assert "plan.pdf" in read(client.get(RESUME)).text


class TestTokenOfAnEarlierSignIn:
    """Signed in again in another tab, one sends the form that the first one shows."""

    @pytest.fixture
    def browser(self, member):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(member)
        browser.get(NEW_GROUP)
        return browser

    def test_form_is_shown_again_with_a_good_token(self, browser, member):
        response = browser.post(NEW_GROUP, sent(member, csrfmiddlewaretoken="a" * 64))
        assert response.status_code == 403
        form = read(response).tag.find("form", action=NEW_GROUP)
        assert browser.post(NEW_GROUP, {each["name"]: each["value"] for each in form.find_all("input")}).status_code == 302
        assert WorkGroup.objects.filter(name="Randonnée").exists()

    def test_form_of_another_person_is_not_shown(self, browser, editor):
        response = browser.post(NEW_GROUP, sent(editor, csrfmiddlewaretoken="a" * 64))
        assert response.status_code == 403
        assert "Randonnée" not in response.content.decode()

    def test_without_a_session_it_is_kept(self, browser, member):
        browser.session.flush()
        assert browser.post(NEW_GROUP, sent(member, csrfmiddlewaretoken="a" * 64))["Location"].endswith(f"?next={RESUME}")
        assert len(browser.session[KEPT]["forms"]) == 1
