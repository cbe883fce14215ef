import pytest
from django.core.exceptions import ValidationError

from intranet.comments.actions.writing import edit_comment
from intranet.comments.models import MemberComment
from intranet.mentions.actions import note_mentions, tell_mentions
from intranet.mentions.forms import clean_mentions
from intranet.mentions.handles import handles_in
from intranet.mentions.links import MentionLinks
from intranet.mentions.models import Mention
from notifications.models import Notice
from tests.factories import make_user, make_work_group
from tests.factories.comments import handle_of, make_comment, make_internal_event, make_talked_article

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def codes_of(person) -> list[str]:
    return sorted(Notice.objects.filter(person=person).values_list("code", flat=True))


def note(article, text, author, **options):
    type(article).objects.filter(pk=article.pk).update(body=text)
    article.body = text
    return note_mentions(article, text, author, **options)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Merci @garance.fabre.", ["garance.fabre"]), ("(@garance.fabre2)", ["garance.fabre2"]), ("@Garance.Fabre, bonjour", ["garance.fabre"]),
        ("a@b.example", []), ("https://reseau.example/@nom", []), ("@garance.fabre @garance.fabre", ["garance.fabre"]), ("@", []), ("@é", []),
        ("<p>@accueil-velo</p>", ["accueil-velo"]),
    ],
)  # fmt: skip
def test_names_in_a_text(text, names):
    assert [readings[0] for readings in handles_in(text)] == names


def test_person_is_told_once_however_often_the_text_is_saved(member, moderator):
    article = make_talked_article(member)
    text = f"<p>Voyez avec @{handle_of(moderator)}.Merci</p>"
    assert note(article, text, member, published=False) == set() and codes_of(moderator) == []
    assert note(article, text, member) == {moderator.pk}
    assert note(article, text + "<p>Encore</p>", member) == set()
    assert codes_of(moderator) == ["mention"]
    note(article, "<p>Personne</p>", member)
    assert not Mention.objects.exists()


def test_person_is_told_only_where_they_may_see_and_later_if_they_may(member, moderator, professional):
    article = make_talked_article(member, audience="private")
    text = f"@{handle_of(moderator)} et @{handle_of(professional)}"
    assert note(article, text, member) == set()
    article.audience = "members"
    article.save()
    assert note(article, text, member) == {moderator.pk}
    assert codes_of(professional) == []


def test_group_tells_its_people_but_the_muted_and_those_named(member, moderator, editor, group_member, professional):
    group = make_work_group(member, moderator, editor, group_member, professional, name="Hébergement", kind="open")
    group.memberships.filter(user=editor).update(is_muted=True)
    article = make_talked_article(member)
    told = note(article, f"@{group.slug}, et d’abord @{handle_of(moderator)}", member)
    assert told == {moderator.pk, group_member.pk}
    assert (codes_of(moderator), codes_of(group_member), codes_of(editor), codes_of(professional)) == (
        ["mention"],
        ["group_mention"],
        [],
        [],
    )


def test_secret_group_is_named_by_nobody_who_does_not_know_it(member, moderator):
    secret = make_work_group(moderator, name="Sirocco", kind="secret")
    article = make_talked_article(member)
    note(article, f"@{secret.slug} ?", member)
    assert not Mention.objects.exists()
    assert MentionLinks([article], member).html(article, article.body) == article.body


def test_secret_group_is_named_inside_alone(member, moderator):
    secret = make_work_group(member, moderator, name="Sirocco", kind="secret")
    with pytest.raises(ValidationError, match="secret"):
        clean_mentions(f"@{secret.slug}", member, make_talked_article(member).audience_keys())
    inside = make_talked_article(member, work_groups=[secret])
    clean_mentions(f"@{secret.slug}", member, inside.audience_keys())
    assert note(inside, f"@{secret.slug}", member) == {moderator.pk}


def test_name_of_a_secret_group_is_kept_from_who_reads_later(member, moderator, editor):
    """An article may be opened to others after the group was named in it."""
    secret = make_work_group(member, moderator, name="Sirocco", kind="secret")
    article = make_talked_article(member, work_groups=[secret])
    note(article, f"@{secret.slug}", member)
    article.audience = "members"
    article.save()
    assert "Sirocco" in MentionLinks([article], moderator).html(article, article.body)
    for reader in (editor, None):
        links = MentionLinks([article], reader)
        assert "irocco" not in links.html(article, article.body) + links.plain(article, article.body)


def test_name_is_shown_as_it_is_now_and_as_a_link_to_members(member, moderator, professional):
    article = make_talked_article(member, audience="professionals")
    body = f"<p>Demandez à @{handle_of(moderator)} ou @personne.</p>"
    note(article, body, member)
    moderator.preferred_name = "Momo & <b>Cie</b>"
    moderator.save()
    html = MentionLinks([article], member).html(article, _safe(body))
    assert "@Momo &amp; &lt;b&gt;Cie&lt;/b&gt;</" in html and "@personne." in html
    assert "href=" not in MentionLinks([article], professional).html(article, _safe(body))
    assert MentionLinks([article], None).plain(article, article.body) == "<p>Demandez à @Momo & <b>Cie</b> ou @personne.</p>"


def _safe(html: str):
    from django.utils.safestring import mark_safe

    return mark_safe(html)


def test_names_of_a_page_are_one_query(member, moderator, django_assert_num_queries):
    event = make_internal_event(member)
    comments = [make_comment(event, member, f"@{handle_of(moderator)} {number}") for number in range(3)]
    MentionLinks(comments, member)
    with django_assert_num_queries(1):
        links = MentionLinks(comments, member)
        assert all("Modeste Lequeu" in links.plain(comment, comment.comment) for comment in comments)


def test_draft_tells_when_it_is_published(member, moderator):
    article = make_talked_article(member, live=False)
    note(article, f"@{handle_of(moderator)}", member, published=False)
    assert tell_mentions(article, member) == set()  # not yet his to see
    article.live = True
    article.save()
    assert tell_mentions(article, member) == {moderator.pk}


def test_bell_with_mentions_and_comments_costs_no_more_with_more(member, moderator, client, django_assert_max_num_queries):
    events = [make_internal_event(member, f"Réunion {number}") for number in range(3)]
    client.force_login(moderator)

    def grow(event):
        first = make_comment(event, moderator, "Bonjour")
        make_comment(event, member, "Oui ?", first)
        make_comment(event, member, f"@{handle_of(moderator)}")

    grow(events[0])
    client.get("/intranet/notifications/")
    with django_assert_max_num_queries(60) as few:
        client.get("/intranet/notifications/")
    for event in events[1:]:
        grow(event)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert "Modeste Lequeu" in client.get("/intranet/notifications/").content.decode()


def test_edited_mention_is_told_to_the_new_person(member, moderator, editor):
    comment = make_comment(make_internal_event(member), member, f"@{handle_of(moderator)}")
    edit_comment(MemberComment.objects.get(pk=comment.pk), member, f"@{handle_of(editor)}")
    assert [mention.person for mention in Mention.objects.all()] == [editor]
    assert (codes_of(moderator), codes_of(editor)) == (["mention"], ["mention"])


def test_person_without_account_any_more_is_not_told(member):
    gone = make_user(organisation=member.organisation, is_active=False)
    assert note(make_talked_article(member), f"@{handle_of(gone)}", member) == set()
