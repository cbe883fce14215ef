from datetime import datetime, time

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from common.models import SharedDocument
from intranet.articles.models import Article, ArticleDraft
from notifications.models import Notice
from tests.factories import make_picture, make_work_group
from tests.factories.articles import ArticleTab, article_form, make_article
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db


def published(client, person, **changes) -> Article:
    client.force_login(person)
    answer = ArticleTab(client, person).post("send", article_form(**changes))
    assert answer.status_code == 302, read(answer).text
    return Article.objects.get()


def test_article_is_published_and_its_readers_are_told_once_with_an_excerpt(client, member, group_member, professional):
    article = published(client, member, body="<p>Un <b>seul</b> interlocuteur.<script>x</script></p>")
    assert (article.live, article.author, article.body) == (True, member, "<p>Un <strong>seul</strong> interlocuteur.</p>")
    [notice] = Notice.objects.filter(code="article_published")
    assert notice.person == group_member  # not the author, not the professional
    assert notice.notification.excerpt() == "Ce qui a marché."


def test_article_begun_on_a_group_is_for_its_people(client, member, group_member):
    group = group_member.work_groups.get()
    client.force_login(group_member)
    page = read(client.get(reverse("work_groups:group", args=[group.slug])))
    address = page.get_by_role("link", name="Écrire un article")["href"]
    values = read(client.get(address)).form_values()
    assert (values["audience"], values["audience_groups"]) == ("group", str(group.pk))
    client.force_login(member)  # who is not in it, and who types what they like
    for query in (address.partition("?")[2], "groupe=x", "groupe=99999999999999999999"):
        assert read(client.get(reverse("articles:new") + f"?{query}")).form_values()["audience"] == "members"


def test_without_javascript_a_text_is_typed_with_light_markup(client, member):
    article = published(client, member, body="## Avant\n\n- un\n- deux", body_format="markup")
    assert article.body == "<h2>Avant</h2><ul><li>un</li><li>deux</li></ul>"
    page = read(client.get(reverse("articles:edit", args=[article.pk])))
    assert page.field("Texte").value.strip() == "## Avant\n\n- un\n- deux"


def test_sending_twice_publishes_once(client, member):
    client.force_login(member)
    tab = ArticleTab(client, member)
    assert [tab.post("send", article_form()).status_code for _click in range(2)] == [302, 302]
    assert Article.objects.count() == 1


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(client, member):
    client.force_login(member)
    answer = ArticleTab(client, member).post("send", article_form(title="", body="<p>Des mots.</p>", publish_on="32/13/2026"))
    page = read(answer)
    assert answer.status_code == 422
    assert page.field("Titre").is_invalid and page.field("Publier le").is_invalid
    assert page.field("Texte").value.strip() == "Des mots."
    assert ArticleDraft.objects.get().fields["body"] == ["<p>Des mots.</p>"]


@pytest.mark.parametrize("title", ["x" * 300, "\u202ea\x00b", "<b>a</b>"])
def test_hostile_titles(client, member, title):
    client.force_login(member)
    answer = ArticleTab(client, member).post("send", article_form(title=title))
    assert answer.status_code == (422 if len(title) > 200 else 302)
    assert set(Article.objects.values_list("title", flat=True)) <= {"ab", "<b>a</b>"}


def test_empty_form_makes_no_draft(client, member, group_member):
    for person, query in ((member, ""), (group_member, f"?groupe={group_member.work_groups.get().pk}")):
        client.force_login(person)
        empty = read(client.get(reverse("articles:new") + query)).field("Titre").form.form_values()
        for sent in (empty, empty | {"body-format": "html", "language": person.language}):
            tab = ArticleTab(client, person)
            for action, status in (("autosave", 204), ("save", 200), ("preview", 422), ("send", 422)):
                assert (tab.post(action, sent).status_code, ArticleDraft.objects.exists()) == (status, False)
    tab.post("autosave", empty | {"title": "Un mot"})
    assert ArticleDraft.objects.get().title == "Un mot"


def test_two_tabs_are_compared_and_the_other_version_kept_on_demand(client, member):
    client.force_login(member)
    first, second = ArticleTab(client, member), None
    first.post("autosave", article_form(title="Premier"))
    second = ArticleTab(client, member, key=first.key)
    answer = second.post("save", article_form(title="Second"))
    assert answer.status_code == 409
    assert "Premier" in read(answer).text and "Second" in read(answer).text
    assert ArticleDraft.objects.get().title == "Premier"


def test_who_publishes_second_is_told_and_chooses(client, member, group_member):
    article = make_article(member, changeable_by="office")
    base = str(article.latest_revision_id)
    client.force_login(member)
    ArticleTab(client, member, article=article).post(
        "send", article_form(title="Celui du premier", base=base, changeable_by="office")
    )
    client.force_login(group_member)
    answer = ArticleTab(client, group_member, article=article).post("send", article_form(title="Celui du second", base=base))
    assert answer.status_code == 409
    assert "Celui du premier" in read(answer).text and "Celui du second" in read(answer).text
    assert Article.objects.get().title == "Celui du premier"


def test_colleague_at_work_on_the_same_article_is_named(client, member, group_member):
    article = make_article(member, changeable_by="office")
    client.force_login(group_member)
    ArticleTab(client, group_member, article=article).post("autosave", article_form(title="En cours"))
    client.force_login(member)
    assert "modifie aussi cet article" in read(client.get(reverse("articles:edit", args=[article.pk]))).text


def test_picture_with_fewer_readers_is_told_before_publishing(client, member, group_member, moderator):
    picture = make_picture("Le port", audience="private", author=member, organisation=member.organisation, credit="Anne")
    client.force_login(member)
    tab, fields = ArticleTab(client, member), article_form(picture=str(picture.pk), picture_credit="Anne")
    refused = tab.post("send", fields)
    assert refused.status_code == 422
    assert "ne verra pas ceci" in read(refused).text
    tab.version = ArticleDraft.objects.get().version
    assert tab.post("send", fields | {"narrow_accepted": "on"}).status_code == 302
    article = Article.objects.get()
    picture.refresh_from_db()
    assert picture.audience == "private"  # the narrower audience wins
    for person, is_shown in ((group_member, True), (moderator, False)):
        client.force_login(person)
        assert (f"/images/{picture.pk}/" in client.get(article.get_absolute_url()).content.decode()) == is_shown


def test_what_is_given_with_the_article_has_its_readers_and_follows_them(client, member, moderator, settings):
    client.force_login(member)
    tab = ArticleTab(client, member)
    upload = {"ticket": tab.ticket, "document_file": SimpleUploadedFile("plan des parcours.pdf", b"%PDF-1.4")}
    key = client.post(reverse("articles:upload_document"), upload).json()["id"]
    document = SharedDocument.objects.get(pk=key)
    assert (document.title, document.audience) == ("plan des parcours", "private")
    client.force_login(moderator)
    assert client.get(document.url).status_code == 404
    client.force_login(member)
    tab.post("send", article_form(document=str(key), dropped_document=str(key)))
    client.force_login(moderator)
    assert client.get(document.url).status_code == 200
    article = Article.objects.get()
    client.force_login(member)
    fields = article_form(document=str(key), audience="private", base=str(article.latest_revision_id))
    ArticleTab(client, member, article=article).post("send", fields)
    client.force_login(moderator)
    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize("name, content", [("virus.exe", b"MZ"), ("vide.pdf", b""), ("page.html", b"<script>")])
def test_files_of_other_kinds_are_refused_with_a_sentence(client, member, name, content):
    client.force_login(member)
    upload = {"ticket": ArticleTab(client, member).ticket, "document_file": SimpleUploadedFile(name, content)}
    answer = client.post(reverse("articles:upload_document"), upload)
    assert answer.status_code == 422 and answer.json()["problem"]
    assert not SharedDocument.objects.exists()


def test_article_appears_at_its_moment_and_is_announced_then(client, member, group_member):
    day = in_days(3)
    article = published(client, member, publish_on=f"{day:%d/%m/%Y}", publish_at="9h30")
    assert (article.live, Notice.objects.exists()) == (False, False)
    client.force_login(group_member)
    assert client.get(article.get_absolute_url()).status_code == 404
    with time_machine.travel(timezone.make_aware(datetime.combine(day, time(9, 31)))):
        call_command("publish_scheduled")
        article.refresh_from_db()
        assert article.live
        assert [notice.person for notice in Notice.objects.filter(code="article_published")] == [group_member]


def test_secret_group_is_named_to_no_wider_reader(client, member, group_member):
    group = make_work_group(member, name="Cellule discrète", kind="secret")
    client.force_login(member)
    answer = ArticleTab(client, member).post("send", article_form(body=f"<p>Voir @{group.slug}.</p>"))
    assert answer.status_code == 422 and not Article.objects.exists()


def test_group_deleted_while_it_was_chosen_is_said_at_its_field(client, group_member):
    group = group_member.work_groups.get()
    client.force_login(group_member)
    fields = article_form(audience="group", audience_groups=str(group.pk))
    other = make_work_group(group_member, name="L’autre")
    group.throw_away(other.members.first())
    answer = ArticleTab(client, group_member).post("send", fields)
    assert answer.status_code == 422 and not Article.objects.exists()


def test_library_offers_what_the_writer_may_see(client, member, professional):
    make_picture("Le port", audience="members", author=professional)
    make_picture("Le port caché", audience="private", organisation=professional.organisation, author=professional)
    make_picture("Le port caché des collègues", audience="group", organisation=member.organisation, author=professional)
    client.force_login(member)
    assert [button.name for button in read(client.get(reverse("articles:library"), {"q": "port"})).all_by_role("button")] != []
    assert "caché" not in client.get(reverse("articles:library"), {"q": "port"}).content.decode()


# ---- files that are there already -----------------------------------------------------------------------------------
def make_document(title: str, audience="members", **fields) -> SharedDocument:
    return SharedDocument.objects.create(title=title, file=SimpleUploadedFile("a.pdf", b"%PDF-1.4"), audience=audience, **fields)


def test_file_that_is_there_is_found_by_its_title_and_joined_without_javascript(client, member, group_member, professional):
    shared = make_document("Règlement d’été")
    make_document("Règlement des autres", audience="private", organisation=professional.organisation)
    client.force_login(member)
    tab = ArticleTab(client, member)
    answer = tab.post("find_documents", article_form(document_words="REGLEMENT"), follow=True)
    page = read(answer)
    assert [name for name in page.texts("button") if name.startswith("Joindre «")] == ["Joindre « Règlement d’été »"]
    assert "Règlement des autres" not in answer.content.decode()
    tab.version = ArticleDraft.objects.get().version
    answer = tab.post(f"add_document-{shared.pk}", article_form(document_words="règlement"), follow=True)
    assert "Retirer « Règlement d’été »" in read(answer).texts("button")
    tab.version = ArticleDraft.objects.get().version
    answer = tab.post(f"remove_document-{shared.pk}", article_form(document=str(shared.pk)), follow=True)
    assert ArticleDraft.objects.get().fields["document"] == []


def test_joined_file_keeps_its_readers_and_those_who_lack_it_are_told_of(client, member, moderator, professional):
    office, foreign = (
        make_document("Note", audience="private", organisation=person.organisation) for person in (member, professional)
    )
    client.force_login(member)
    tab, fields = ArticleTab(client, member), article_form(document=[str(office.pk), str(foreign.pk)])
    refused = tab.post("send", fields)
    assert (refused.status_code, "ne verra pas ceci" in read(refused).text) == (422, True)
    tab.version = ArticleDraft.objects.get().version
    assert tab.post("send", fields | {"narrow_accepted": "on"}).status_code == 302
    assert list(Article.objects.get().documents.all()) == [office]  # never what its writer may not see
    office.refresh_from_db()
    assert office.audience == "private"


def test_more_files_than_one_article_takes_are_said(client, member):
    keys = [str(make_document(f"Note {number}").pk) for number in range(21)]
    client.force_login(member)
    answer = ArticleTab(client, member).post("send", article_form(document=keys))
    assert (answer.status_code, "20 fichiers au plus" in read(answer).text) == (422, True)


def test_publishing_and_asking_to_read_is_one_notice_to_one_person(client, member, group_member, editor):
    article = published(client, editor, body=f"<p>Voir @{member.profile.handle}.</p>")
    client.post(reverse("articles:readers", args=[article.pk]), {})
    client.post(reverse("articles:pin", args=[article.pk]))
    told = sorted(Notice.objects.values_list("person", "code"))
    assert told == sorted((person.pk, "article_must_read") for person in (member, group_member))
