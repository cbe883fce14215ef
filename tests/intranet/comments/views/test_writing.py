from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from intranet.comments import registry
from intranet.comments.models import MemberComment
from tests.factories import image_file, make_user
from tests.factories.comments import comment_form, make_comment, make_internal_event
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(member):
    return make_internal_event(member)


@pytest.fixture
def browser(client, member):
    client.force_login(member)
    return client


def talk_path(thing) -> str:
    return reverse("intranet_comments:talk", args=["evenement", thing.pk])


def answer_path(comment) -> str:
    return reverse("intranet_comments:answer", args=[comment.pk])


def texts_under(thing) -> list[str]:
    return list(MemberComment.objects.of(thing).values_list("comment", flat=True))


def test_member_comments_on_the_page_of_an_internal_event(browser, member, event):
    page = read(browser.get(event.get_absolute_url()))
    assert page.has("heading", "Commentaires") and page.has("link", "Écrire un commentaire")
    path = talk_path(event)
    response = browser.post(path, comment_form(member, path, "J’apporte <b>le café</b>.\r\nÀ jeudi."), follow=True)
    assert response.redirect_chain[-1][0].startswith(event.get_absolute_url())
    page = read(response)
    assert page.has("heading", "1 commentaire")
    assert "J’apporte <b>le café</b>. À jeudi." in page.region("1 commentaire").text


def test_public_event_has_no_talk(browser, member):
    event = make_internal_event(member, audience="public")
    assert "commentaire" not in browser.get(event.get_absolute_url()).content.decode().lower().replace(
        "commentaires/signales", ""
    )
    assert browser.get(talk_path(event)).status_code == 404


def test_form_pressed_twice_makes_one_comment(browser, member, event):
    form = comment_form(member, talk_path(event))
    first, second = browser.post(talk_path(event), form), browser.post(talk_path(event), form)
    assert (first["Location"], texts_under(event)) == (second["Location"], ["Bonne idée."])


def test_form_of_one_thing_writes_nothing_under_another(browser, member, event):
    other = make_internal_event(member, "Autre réunion")
    form = comment_form(member, talk_path(event))
    assert browser.post(talk_path(other), form).status_code == 403
    comment = make_comment(other, member)
    assert browser.post(answer_path(comment), form).status_code == 403
    assert texts_under(other) == ["Bonne idée."]


def test_form_sent_after_its_session_ended_loses_nothing(client, member, event):
    client.force_login(member)
    path = talk_path(event)
    form = comment_form(member, path, "Un long texte.")
    client.logout()
    response = client.post(path, form)
    assert response["Location"] == f"{reverse('account_login')}?next={path.replace('/', '%2F')}"
    client.post(response["Location"], {"login": member.email, "password": "mot-de-passe-solide"})
    page = read(client.get(path))
    assert page.field("Votre commentaire").value.strip() == "Un long texte."
    assert texts_under(event) == []
    assert read(client.get(path)).field("Votre commentaire").value.strip() == ""  # given once


def test_text_of_an_ended_session_is_not_shown_to_another_person(client, member, event, moderator):
    path = talk_path(event)
    client.post(path, comment_form(member, path, "Rien que pour moi."))
    client.post(reverse("account_login"), {"login": moderator.email, "password": "mot-de-passe-solide"})
    assert "Rien que pour moi" not in client.get(path).content.decode()
    assert client.post(path, comment_form(member, path)).status_code == 403


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \u202e ", "Écrivez quelques mots."),
        ("a" * 3001, "Ce commentaire est trop long : 3000 signes au plus, il en a 3001."),
        (
            " ".join(f"@personne{number}" for number in range(1000)),
            "Ce texte cite 1000 personnes ou groupes ; 30 au plus. Citez plutôt un groupe.",
        ),
    ],
)
def test_bad_text_gets_a_sentence_and_stays(browser, member, event, text, sentence):
    if len(text) > 3001:
        text = " ".join(f"@p{number}" for number in range(400))
        sentence = sentence.replace("1000", "400")
    path = talk_path(event)
    response = browser.post(path, comment_form(member, path, text))
    page = read(response)
    assert response.status_code == 422 and sentence in page.field("Votre commentaire").description
    assert page.field("Votre commentaire").value.strip() == text.strip()
    assert texts_under(event) == []


def test_comment_closed_meanwhile_keeps_its_text_on_the_page(browser, member, event, monkeypatch):
    path = talk_path(event)
    form = comment_form(member, path, "Presque")
    monkeypatch.setitem(registry._kinds, type(event), replace(registry.commentable_of(event), is_open=lambda event: False))
    response = browser.post(path, form)
    assert response.status_code == 422 and read(response).field("Votre commentaire").value.strip() == "Presque"
    assert read(browser.get(path)).text.count("Les commentaires sont fermés.") == 1


def test_answer_to_what_was_taken_away_meanwhile(browser, member, event):
    comment = make_comment(event, member)
    path = answer_path(comment)
    MemberComment.objects.filter(pk=comment.pk).update(is_removed=True, deleted_at=timezone.now())
    assert browser.post(path, comment_form(member, path)).status_code == 404


def test_pictures_and_files_open_to_whom_the_thing_opens(browser, client, member, event, moderator, professional, group_member):
    path = talk_path(event)
    files = [image_file("salle.jpg", size=(2400, 1200)), SimpleUploadedFile("plan d’accès.pdf", b"%PDF-1.4")]
    assert browser.post(path, comment_form(member, path, files=files)).status_code == 302
    picture, document = MemberComment.objects.of(event).get().files.all()
    assert (picture.width, picture.height, picture.name, document.name) == (1600, 800, "salle.jpg", "plan d’accès.pdf")
    shown, given = browser.get(picture.url), browser.get(document.url)
    assert (shown["Content-Type"], shown["Cache-Control"]) == ("image/jpeg", "private, no-store")
    assert given["Content-Disposition"].startswith("attachment") and given["Content-Type"] == "application/octet-stream"
    client.force_login(professional)
    assert [client.get(file.url).status_code for file in (picture, document)] == [404, 404]
    client.force_login(moderator)
    assert client.get(picture.url).status_code == 200
    type(event).objects.filter(pk=event.pk).update(audience="private")  # of the member's office
    assert client.get(picture.url).status_code == 404
    client.force_login(group_member)
    assert client.get(picture.url).status_code == 200


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("page.html", b"<script>"), "« page.html » : ce genre de fichier n’est pas accepté."),
        (SimpleUploadedFile("vide.pdf", b""), "vide"),
        (SimpleUploadedFile("photo.jpg", b"GIF89a no picture"), "« photo.jpg » : Cette photo est abîmée"),
    ],
)
def test_bad_file_gets_a_sentence_beside_it(browser, member, event, file, sentence):
    path = talk_path(event)
    response = browser.post(path, comment_form(member, path, "Voici", files=[file]))
    assert response.status_code == 422 and sentence in read(response).field("Photos et fichiers").description
    assert read(response).field("Votre commentaire").value.strip() == "Voici"


def test_author_changes_words_and_files(browser, member, event):
    path = talk_path(event)
    browser.post(
        path,
        comment_form(member, path, "Jeudu", files=[SimpleUploadedFile("a.pdf", b"%PDF"), SimpleUploadedFile("b.pdf", b"%PDF")]),
    )
    comment = MemberComment.objects.of(event).get()
    path = reverse("intranet_comments:edit", args=[comment.pk])
    assert read(browser.get(path)).field("Votre commentaire").value.strip() == "Jeudu"
    first = comment.files.first()
    assert browser.post(path, comment_form(member, path, "Jeudi", remove=[str(first.pk)])).status_code == 302
    page = read(browser.get(event.get_absolute_url())).region("1 commentaire")
    assert "modifié" in page.text and "Jeudi" in page.text
    assert [file.name for file in comment.files.all()] == ["b.pdf"]


def test_deleted_comment_leaves_its_answers_and_comes_back(browser, member, event, moderator):
    comment = make_comment(event, member, "Trop vite")
    make_comment(event, moderator, "Pourquoi ?", comment)
    page = read(browser.post(reverse("intranet_comments:delete", args=[comment.pk]), follow=True))
    talk = page.region("1 commentaire")
    assert "Trop vite" not in talk.text and "Commentaire supprimé." in talk.text and "Pourquoi ?" in talk.text
    undo = page.get_by_role("button", "Annuler l’action")
    assert undo.form["action"] == reverse("intranet_comments:restore", args=[comment.pk])
    page = read(browser.post(undo.form["action"], follow=True))
    assert "Trop vite" in page.region("2 commentaires").text


def test_with_htmx_the_talk_comes_back_alone(browser, member, event):
    path, htmx = talk_path(event), {"HTTP_HX_REQUEST": "true"}
    form = read(browser.get(path, **htmx))
    assert form.has("textbox") and not form.has("main")
    response = browser.post(path, comment_form(member, path), **htmx)
    assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#commentaires", "outerHTML")
    assert read(response).has("heading", "1 commentaire")
    assert browser.post(path, comment_form(member, path, ""), **htmx).status_code == 422


def test_a_stranger_to_the_thing_finds_nothing(client, member, moderator):
    event = make_internal_event(member, audience="private")
    comment = make_comment(event, member, "Entre nous")
    client.force_login(moderator)
    for name in ("comment", "answer", "edit"):
        assert client.get(reverse(f"intranet_comments:{name}", args=[comment.pk])).status_code == 404
    path = answer_path(comment)
    assert client.post(path, comment_form(moderator, path)).status_code == 404
    assert client.get(talk_path(event)).status_code == 404


def test_links_of_a_comment_are_links_and_nothing_else_is(browser, member, event):
    make_comment(event, member, 'Voir https://salle.example/?a=1&b=<script>alert(1)</script> "x"')
    html = browser.get(event.get_absolute_url()).content.decode()
    assert 'href="https://salle.example/?a=1&amp;b=' in html and "<script>alert(1)" not in html


def test_talk_of_hundreds_is_read_in_few_queries(browser, member, event, django_assert_max_num_queries, settings):
    people = [make_user(organisation=member.organisation, first_name=f"P{number}") for number in range(4)]
    handle = people[0].profile.handle

    def grow(threads: int) -> None:
        for number in range(threads):
            root = make_comment(event, people[number % 4], f"Bonjour @{handle}", files=())
            make_comment(event, people[(number + 1) % 4], "Oui", make_comment(event, member, "Oui ?", root))

    grow(1)
    browser.get(talk_path(event))
    with django_assert_max_num_queries(40) as few:
        browser.get(talk_path(event))
    grow(3)
    with django_assert_max_num_queries(len(few.captured_queries)):
        browser.get(talk_path(event))


def test_long_talk_shows_its_last_threads_and_the_way_to_the_rest(browser, member, event):
    first = make_comment(event, member, "Le tout premier")
    for number in range(11):
        last = make_comment(event, member, f"Mot {number}")
    page = read(browser.get(event.get_absolute_url()))
    assert "Le tout premier" not in page.text and page.has("link", "Lire les 2 échanges précédents")
    assert "Le tout premier" in read(browser.get(talk_path(event))).text
    assert browser.get(first.get_absolute_url())["Location"] == f"{talk_path(event)}#{first.anchor}"
    assert browser.get(last.get_absolute_url())["Location"] == f"{event.get_absolute_url()}#{last.anchor}"
