"""Test load: many people, what they wrote for each other, one article about which all talk. Nobody should read them."""

from datetime import timedelta
from random import Random

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from accounts.models import Membership, Profile, Theme, User, WorkGroup
from common.access import Audience
from demo.bench_data.agenda import load_offices
from intranet.articles.models import Article, ArticleReading
from intranet.comments.models import MemberComment
from notifications.actions import quietly

BATCH = 500
FIRST_NAMES = ("Aurèle", "Blanca", "Cyprien", "Dalia", "Estève", "Fanny", "Gaspard", "Hilda", "Isidore", "Jordane")
LAST_NAMES = ("Essai", "Mesure", "Volume", "Charge", "Épreuve", "Poids", "Nombre", "Quantité", "Somme", "Total")
SUBJECTS = ("Taxe de séjour", "Classement", "Accueil", "Labels", "Numérique", "Saison", "Flux", "Boutique")
AUDIENCES = (Audience.MEMBERS,) * 7 + (Audience.GROUP, Audience.PRIVATE, Audience.PROFESSIONALS)
GROUPS = 6
PARAGRAPH = "<p>Un article inventé pour mesurer, avec ce qu’il faut de mots pour qu’une page ressemble à une page. </p>"
DEEPEST = 2  # answers to answers


def fill_people(number: int) -> int:
    """Make `number` members in the offices, one in five in a group, each with themes."""
    random, offices, themes, groups = Random(5), load_offices(), list(Theme.objects.all()), _groups()
    first = User.objects.count()
    people = [
        User(
            email=f"essai-{first + place}@essai.example", first_name=random.choice(FIRST_NAMES), password="!",
            last_name=f"{random.choice(LAST_NAMES)} {first + place}", organisation=random.choice(offices), phone="+33468000000",
        )
        for place in range(number)
    ]  # fmt: skip
    with transaction.atomic():
        User.objects.bulk_create(people, BATCH)
        profiles = [
            Profile(
                person=person, handle=f"essai.{person.pk}", job="Conseiller en séjour",
                languages=random.sample(["fr", "en", "ca", "es"], 2),
            )
            for person in people
        ]  # fmt: skip
        Profile.objects.bulk_create(profiles, BATCH)
        link = Profile.themes.through
        pairs = [(profile, theme) for profile in profiles for theme in random.sample(themes, min(len(themes), 2))]
        link.objects.bulk_create([link(profile=profile, theme=theme) for profile, theme in pairs], BATCH)
        joined = [Membership(user=person, workgroup=groups[place % GROUPS]) for place, person in enumerate(people[::5])]
        Membership.objects.bulk_create(joined, BATCH)
    return number


def fill_articles(number: int) -> int:
    """Make `number` published articles of two years, of people of the test load; moderators have opened half of them."""
    random, authors, groups, themes = Random(6), _authors(), _groups(), list(Theme.objects.all())
    now = timezone.now()
    articles = []
    for place in range(number):
        at = now - timedelta(minutes=random.randint(60, 1_000_000))
        author = random.choice(authors)
        articles.append(
            Article(
                title=f"{random.choice(SUBJECTS)} : essai {place}", summary="Pour mesurer.", body=PARAGRAPH * 12, author=author,
                organisation=author.organisation, audience=random.choice(AUDIENCES), live=True, first_published_at=at,
                last_published_at=at,
            )
        )  # fmt: skip
    with transaction.atomic():
        Article.objects.bulk_create(articles, BATCH)
        in_groups = [article for article in articles if article.audience == Audience.GROUP]
        link = Article.audience_groups.through
        link.objects.bulk_create([link(article=article, workgroup=random.choice(groups)) for article in in_groups], BATCH)
        link = Article.themes.through
        link.objects.bulk_create([link(article=article, theme=random.choice(themes)) for article in articles if themes], BATCH)
        readers = list(User.objects.filter(groups__name="moderator"))
        opened = articles[::2]
        readings = [ArticleReading(article=article, person=reader, opened_at=now) for article in opened for reader in readers]
        ArticleReading.objects.bulk_create(readings, BATCH)
    return number


def fill_comments(number: int) -> int:
    """Put `number` comments, a third of them answers, under the latest article that all members read."""
    random, authors = Random(7), _authors()
    article = most_discussed()
    content_type = ContentType.objects.get_for_model(Article)
    comments: list[MemberComment] = []
    with transaction.atomic(), quietly():
        for place in range(number):
            answered = random.choice(comments) if comments and random.random() < 0.35 else None
            comment = MemberComment(
                content_type=content_type, object_pk=str(article.pk), site_id=settings.SITE_ID, user=random.choice(authors),
                comment=f"Remarque d’essai {place}, d’une ou deux phrases comme on en écrit.", submit_date=timezone.now(),
                parent_id=answered.pk if answered and answered.level < DEEPEST else 0,
            )  # fmt: skip
            comment.save()
            comments.append(comment)
    return number


def most_discussed() -> Article:
    """The article of the test load that has the comments: the latest for all members."""
    return Article.objects.current().filter(audience=Audience.MEMBERS, title__contains=": essai").latest("first_published_at")


def first_member() -> User:
    """A member of the test load, in a group of it."""
    return User.objects.filter(email__endswith="@essai.example", work_groups__slug="essai-0").earliest("pk")


def _authors() -> list[User]:
    return list(User.objects.filter(email__endswith="@essai.example").select_related("organisation")[:200])


def _groups() -> list[WorkGroup]:
    return [
        WorkGroup.objects.get_or_create(slug=f"essai-{order}", defaults={"name": f"Groupe d’essai {order}"})[0]
        for order in range(GROUPS)
    ]
