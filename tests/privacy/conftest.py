"""Somebody of whom every table holds something, and a colleague beside them."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.users.models import UserProfile

from accounts.models import Invitation
from common.models import SharedDocument
from common.outbox import OutgoingMail
from destination.pages.actions import ensure_site
from destination.pages.models import ContactMessage, HomePage, LegalPage
from health.models import NewsReading
from installation.models import ChecklistChoice
from intranet.articles.models import ArticleDraft, ArticleReading
from intranet.comments.actions.flags import flag_comment
from intranet.documents.models import DocumentDownload, DocumentReading, DocumentUpload
from intranet.home.models import Visit
from intranet.submissions.models import CalendarImport, Draft
from notifications.models import Notice, OptOut, Preferences
from pro_portal.home.models import AccountRequest
from pro_portal.photos.models import (
    AttachedAgreement,
    BasketLine,
    Bundle,
    ConsentWaiver,
    LicenceAcceptance,
    LicenceText,
    PhotoRequest,
    Taking,
)
from pro_portal.tutorials.models import Opinion, Progress
from pro_portal.tutorials.models.readers import opinion_mark
from pro_portal.watch.models import WatchLetterReader, WatchMark
from tests.conftest import forget_commits
from tests.factories import make_event, make_organisation, make_picture, make_place, make_user, make_work_group
from tests.factories.comments import make_comment, make_internal_event, make_talked_article
from tests.factories.photos import make_consent, make_contribution, make_photo
from tests.factories.portal_documents import make_edition, make_edition_order
from tests.factories.shared_documents import make_shared_document
from tests.factories.submissions import make_proposal
from tests.factories.tutorials import make_question, make_tutorial
from tests.factories.watch import make_item, make_letter, make_subscription, make_theme

EMAIL = "zenobie@quatremere.example"
FIRST, LAST = "Zénobie", "Quatremère-Vaubrun"
VISITOR = "visiteuse@lorient.example"
PLEASE = {"first_name": FIRST, "last_name": LAST, "phone": "06 39 98 71 23"}


@pytest.fixture
def office(db):
    return make_organisation("Office du Nord")


@pytest.fixture
def zenobie(office):
    return make_user(EMAIL, office, ["editor"], **PLEASE)


@pytest.fixture
def colleague(office):
    return make_user("ludivine@nord.example", office, first_name="Ludivine", last_name="Tarascou")


def leave_address(email: str, name: str) -> None:
    """What somebody leaves with an address alone, account or not."""
    ContactMessage.objects.create(name=name, email=email, subject=f"De {name}", message=f"{name}, {email}", language="fr")
    AccountRequest.objects.create(first_name=name, last_name="", email=email.upper(), establishment="Gîte", message=name)
    Taking.objects.create(picture=make_picture(), size="web", use="web", name=name, email=email, purpose=f"Le site de {name}")
    PhotoRequest.objects.create(picture=make_picture(), name=name, email=email, use="web", purpose=f"Pour {name}")
    bundle = Bundle(name=name, email=email, pictures=[], size="web", state=Bundle.State.READY)
    bundle.file.save("photos.zip", ContentFile(f"zip of {email}".encode()))
    tutorial = make_tutorial(words={"fr": "Une fiche"})
    make_question(tutorial, f"{name} demande", name=name, email=email)
    make_question(tutorial, f"{name} demande", "Oui.", is_shown=True, name=name, email=email)
    Invitation.objects.create(email=email, first_name=name)
    WatchLetterReader.objects.create(email=email.lower(), confirmed_at=timezone.now())
    make_event(title="Bal", organiser=name, email=email, phone="06 39 98 00 00")
    make_place("Chapelle", email=email, phone="06 39 98 00 00").save_revision()
    for state in ("waiting", "sent", "failed"):
        OutgoingMail.objects.create(
            key=f"{state} {email}", to=email, sender="o@n.example", subject=name, text=f"Bonjour {name}", state=state,
            last_error=f"550 {email}",
        )  # fmt: skip
    OutgoingMail.objects.create(key=f"reply {email}", to="o@n.example", sender="x", subject=name, text=email, reply_to=email)
    visit = SessionStore()
    visit["photos_taker"] = {"name": name, "email": email, "accepted": 1}
    visit.save()
    DBTaskResult.objects.create(
        args_kwargs={"args": [email, "1"], "kwargs": {}}, priority=0, task_path="accounts.tasks.send_password_reset",
        queue_name="mail", backend_name="default", run_after=timezone.now(), exception_class_path="", traceback="",
    )  # fmt: skip
    log(ContactMessage.objects.get(email=email), "wagtail.edit", title=f"De {name}", data={"who": email})


@pytest.fixture
def everything(zenobie, colleague, pages, client):
    """Each model that can hold a person holds Zénobie."""
    leave_address(EMAIL, f"{FIRST} {LAST}")
    email_of = {"user": zenobie, "email": EMAIL}
    EmailAddress.objects.create(**email_of, verified=True, primary=True)
    Authenticator.objects.create(user=zenobie, type="totp", data={"secret": "x"})
    profile = UserProfile.get_for_user(zenobie)
    profile.avatar.save("zenobie.jpg", ContentFile(b"avatar"))
    make_work_group(zenobie)
    client.force_login(zenobie)
    Invitation.objects.create(email="autre@nord.example", invited_by=zenobie)
    # notifications
    event = make_event(title="Foire", author=zenobie, organisation=zenobie.organisation, email=EMAIL, phone=zenobie.phone,
                       organiser=zenobie.get_full_name())  # fmt: skip
    event.save_revision(user=zenobie).publish(user=zenobie)
    event.locked, event.locked_by, event.locked_at = True, zenobie, timezone.now()
    event.save()
    make_notice = Notice.objects.create
    notice = {"code": "event_published", "subject": event}
    mine, others = make_notice(person=zenobie, **notice), make_notice(person=colleague, actor=zenobie, **notice)
    Preferences.objects.create(person=zenobie)
    OptOut.objects.create(person=zenobie, code="x", channel="mail")
    OutgoingMail.objects.create(
        key="about",
        to=colleague.email,
        sender="x",
        subject=f"{zenobie} a publié",
        text=f"{zenobie} {EMAIL}",
        html=f"<b>{zenobie}",
    )
    # the members' room
    make_proposal(zenobie)
    Draft.objects.create(author=zenobie, fields={"fr-title": [f"Le bal de {zenobie}"], "email": [EMAIL]})
    CalendarImport.objects.create(author=zenobie, name="z.ics", rows=[{"organiser": EMAIL}])
    NewsReading.objects.create(person=zenobie, version="0.3")
    ChecklistChoice.objects.create(person=zenobie, put_away_at=timezone.now())
    talked = make_internal_event(colleague)
    said = make_comment(talked, zenobie, "Bonne idée.")
    article = make_talked_article(zenobie)
    ArticleReading.objects.create(article=article, person=zenobie, opened_at=timezone.now())
    document = make_shared_document(zenobie)
    DocumentReading.objects.create(document=document, person=zenobie, opened_at=timezone.now())
    DocumentDownload.objects.create(document=document, person=zenobie, version=1)
    DocumentUpload.objects.create(person=zenobie, name="plan.pdf", size=8)
    make_edition_order(make_edition(organisation=zenobie.organisation), person=zenobie, email=EMAIL)
    ArticleDraft.objects.create(author=zenobie, article=article, fields={"title": ["Suite"]})
    Visit.objects.create(person=zenobie, began_at=timezone.now())
    flag_comment(make_comment(talked, colleague, f"Merci @{zenobie.profile.handle}", said), zenobie)
    # the portal
    photo = make_photo(decided_by=zenobie, author=zenobie)
    lot = make_contribution(zenobie)
    agreement = AttachedAgreement(contribution=lot, name="accord.pdf")
    agreement.file.save("accord.pdf", ContentFile(b"signed"))
    make_contribution(zenobie, state="open")
    make_consent(photo, name="Lison Varquès", contact=f"Lison, {EMAIL}", document=b"signed by Lison")
    ConsentWaiver.objects.create(photo=photo, reason="De dos", person=zenobie, ended_by=zenobie, ended_at=timezone.now())
    BasketLine.objects.create(person=zenobie, picture=photo.picture)
    LicenceAcceptance.objects.create(person=zenobie, text=LicenceText.current())
    Taking.objects.create(picture=photo.picture, size="web", use="web", person=zenobie, name="Office", email=EMAIL)
    tutorial = make_tutorial(author=zenobie, owner=zenobie, words={"fr": "Une autre"})
    Progress.objects.create(person=zenobie, tutorial=tutorial, steps=[1])
    Opinion.objects.create(tutorial=tutorial, mark=opinion_mark(zenobie), useful=True, why="Clair")
    make_question(tutorial, "La sienne ?", asker=zenobie)
    item = make_item(author=zenobie, decided_by=zenobie)
    WatchMark.objects.create(person=zenobie, item=item)
    make_subscription(zenobie, [make_theme()], letter=True)
    letter = make_letter("Lettre", [item])
    letter.sent_by = zenobie
    letter.save()
    # the CMS
    page = LegalPage(title="Mentions", slug="mentions-z", responsible=zenobie, owner=zenobie)
    pages["accueil"]["fr"].add_child(instance=page)
    page.save_revision(user=zenobie)
    comment = Comment.objects.create(page=page, user=zenobie, text=f"Dit {zenobie}", contentpath="title")
    CommentReply.objects.create(comment=comment, user=zenobie, text=f"Encore {zenobie}")
    PageSubscription.objects.create(user=zenobie, page=page, comment_notifications=True)
    log(page, "wagtail.edit", user=zenobie)
    log(page, "wagtail.comments.create", user=zenobie, data={"comment": {"text": f"Dit {zenobie}"}})
    log(zenobie, "wagtail.edit", user=zenobie, title=str(zenobie))
    SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", "plan.pdf"), author=zenobie, uploaded_by_user=zenobie)
    return SimpleNamespace(
        event=event, mine=mine, others=others, photo=photo, lot=lot, page=page, tutorial=tutorial, client=client
    )


@pytest.fixture(scope="module")
def site_of_module(module_transaction):
    site = ensure_site(name="Pays d’Aurelle")
    forget_commits()
    return site


@pytest.fixture
def pages(site_of_module, db):
    return {"accueil": {home.locale.language_code: home for home in HomePage.objects.all()}}


@pytest.fixture
def long_ago():
    return timezone.now() - timedelta(days=4 * 365)
