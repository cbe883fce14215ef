"""A small town with one of each thing that an address may speak of, and the ten people who come to it."""

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from types import SimpleNamespace

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions import invite
from accounts.models import Theme
from accounts.models.invitations import Invitation
from common.drafts import save_draft
from common.models import DocumentPage, SharedDocument
from demo.loaders.pages import make_menus, make_pages
from destination.pages.actions import ensure_site
from intranet.articles.models import ArticleDraft, ArticleToken, MustRead
from intranet.comments.actions.flags import flag_comment, hide_comment
from intranet.comments.actions.writing import delete_comment
from intranet.comments.forms import FormMark
from intranet.comments.models import CommentFile
from intranet.documents.actions.sharing import keep_version
from intranet.documents.models import DocumentArchive, DocumentUpload
from intranet.submissions.actions import decisions
from intranet.submissions.actions.imports import understand
from intranet.submissions.models import Draft, DraftToken
from intranet.submissions.notifications import EventAccepted
from notifications.models import Notice
from notifications.registry import content_type_of
from notifications.signed_links import preferences_path, stop_path
from privacy.models import ErasureRequest, Export
from pro_portal.home.models import AccountRequest
from pro_portal.photos.actions.partner_keys import create_key
from pro_portal.photos.models import AttachedAgreement, Bundle, Photo, PhotoRequest, RightsChange, Taking, Upload
from pro_portal.tutorials.models import Opinion
from pro_portal.tutorials.presenters.certificates import certificate_for
from pro_portal.watch import signed_links as watch_signing
from pro_portal.watch.models import WatchExclusion, WatchLetterReader
from tests.factories import (
    SQUARE,
    image_file,
    make_base_map,
    make_category,
    make_event,
    make_organisation,
    make_picture,
    make_place,
    make_role,
    make_territory,
    make_work_group,
    one_day,
)
from tests.factories.accounts import make_full_profile
from tests.factories.articles import article_form, make_article
from tests.factories.comments import make_comment, make_internal_event
from tests.factories.photos import make_consent, make_contribution, make_selection, make_waiting_photo
from tests.factories.portal_documents import make_edition, make_edition_order
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.factories.submissions import DraftTab as Tab
from tests.factories.submissions import make_change, make_proposal, proposal_form
from tests.factories.tutorials import make_path, make_question, make_tutorial, step
from tests.factories.watch import make_item, make_letter, make_source, make_subscription, make_theme
from tests.personas import (
    make_administrator,
    make_editor,
    make_former_member,
    make_group_member,
    make_group_provider,
    make_member,
    make_moderator,
    make_professional,
    make_secret_member,
)

PERSONAS = (
    "visitor", "professional", "member", "group_member", "moderator", "editor", "administrator",
    "secret_member", "group_provider", "former_member",
)  # fmt: skip
ALT = {"fr": "Le port au matin", "en": "The harbour in the morning", "ca": "El port al matí"}
BODY = [
    {"type": "heading", "value": "Trois façons de commencer"},
    {"type": "text", "value": "<p>Un matin sur le quai. <a href=\"https://ailleurs.example/\">La suite</a></p>"},
    {"type": "picture", "value": {"scene": "port", "caption": "Le port"}},
    {"type": "gallery", "value": ["port", "port"]},
    {"type": "facts", "value": [{"label": "Train", "text": "6 par jour"}]},
    {"type": "steps", "value": [{"title": "Samedi", "text": "Le marché."}, {"title": "Dimanche", "text": "La mer."}]},
    {"type": "question", "value": [{"question": "Où se garer ?", "answer": "Derrière l’église."}]},
    {"type": "events", "value": {"count": 3}},
    {"type": "places", "value": {"count": 3}},
    {"type": "call", "value": {"title": "Écrire", "text": "Nous répondons.", "link": "page:ecrire", "label": "Nous écrire"}},
]  # fmt: skip


@dataclass
class Scene:
    people: dict
    things: SimpleNamespace = field(default_factory=SimpleNamespace)

    def browser_of(self, persona: str, **options) -> Client:
        """A new browser, signed in a moment ago with a password (that is what second-factor pages want to know)."""
        client, person = Client(**options), self.people[persona]
        if person.is_authenticated:
            client.force_login(person)
            request = SimpleNamespace(session=client.session)
            record_authentication(request, person, "password", reauthenticated=True)
            request.session.save()
        return client

    @cached_property
    def browsers(self) -> dict[str, Client]:
        """One of each persona, for a scene of one test whose requests are undone."""
        return {persona: self.browser_of(persona) for persona in PERSONAS}


def make_people() -> dict:
    """The people of the scene by persona."""
    office = make_organisation()
    return {
        "visitor": AnonymousUser(),
        "professional": make_professional(),
        "member": make_member(office),
        "group_member": make_group_member(office),
        "moderator": make_moderator(),
        "editor": make_editor(),
        "administrator": make_administrator(),
        "secret_member": make_secret_member(office),
        "group_provider": make_group_provider(),
        "former_member": make_former_member(office),
    }


def make_scene(people: dict) -> Scene:
    """`people` by persona; the member is the author of everything, in the office that the group member shares."""
    scene = Scene(people)
    things, member = scene.things, people["member"]
    things.commune = make_territory("Port-Aurelle", outline=SQUARE, presentation={"fr": "Un port."})
    things.base_map = make_base_map()
    member.organisation.territories.add(things.commune)
    things.picture = make_picture("Le port", alternatives=ALT, credit="Anne Lumière", licence="cc_by", author=member)
    things.document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"%PDF-1.4", name="plan.pdf"), author=member)
    things.profile = make_full_profile(member, themes=["digital"], portrait=True)
    make_public_things(things, member)
    make_work_things(things, people)
    make_portal_things(things, member)
    make_gifts(things, people)
    make_privacy(things, people["member"])
    make_tutorials(things, member)
    make_watch(things, people)
    make_talk(things, people)
    make_articles(things, people)
    make_documents(things, people)
    make_site(things)
    make_groups(things, people)
    make_notices(things, people)
    return scene


def make_groups(things, people) -> None:
    """The member looks after an open group, where the editor is; on request, which the moderator waits for; and one in the bin."""
    member, editor = people["member"], people["editor"]
    things.work_group = make_work_group(editor, name="Chemins de l’Albère", kind="open", purpose="Les sentiers.", owners=[member])
    things.colleague = things.work_group.memberships.get(user=editor)
    asked = make_work_group(name="Vélo", kind="on_request", owners=[member])
    things.join_request = asked.join_requests.create(person=people["moderator"], words="J’y roule.")
    things.asked_group = asked
    things.group_invitation = asked.join_requests.create(person=editor, is_invitation=True, invited_by=member, words="Viens !")
    make_secret_things(things, people["secret_member"])


def make_secret_things(things, author) -> None:
    """Of a group of which nobody else knows: its name and theirs hold one word (`test_matrix.py`)."""
    group = author.work_groups.get()
    facts = {"audience": "group", "author": author, "organisation": author.organisation}
    make_event("Réunion Sirocco", work_groups=[group], **facts)
    make_event("Concert", work_groups=[group, things.work_group], **facts)
    picture = make_picture("Vue Sirocco", **facts)
    picture.audience_groups.add(group)
    valid_until = timezone.localdate() + timedelta(days=9)
    Photo.objects.create(picture=picture, state=Photo.State.ACCEPTED, orientation="landscape")
    type(picture).objects.filter(pk=picture.pk).update(valid_until=valid_until)
    place = make_place("Refuge Sirocco", things.commune, **facts)
    place.audience_groups.add(group)
    place.save()
    make_item("Note Sirocco", work_groups=[group], **facts)
    make_tutorial("sirocco", title="Fiche Sirocco", work_groups=[group], **facts)
    folder = make_folder(author, "Dossier Sirocco", groups=[group])
    make_shared_document(author, "Plan Sirocco", "Le plan Sirocco", groups=[group], folder=folder)


def make_portal_things(things, member) -> None:
    things.account_request = AccountRequest.objects.create(
        first_name="Clotilde", last_name="Vernazobre", email="clotilde@gite.example", establishment="Gîte des Combes"
    )
    offered = make_picture(
        "La plage", alternatives=ALT, credit="Anne Lumière", licence="cc_by", uses=["web", "print"], third_parties_allowed=True
    )
    things.edition = make_edition(
        "Carte des plages", audience="public", author=member, organisation=member.organisation, can_be_ordered=True
    ).document
    things.edition_order = make_edition_order(things.edition.portal_place)
    things.photo = Photo.objects.create(picture=offered, state=Photo.State.ACCEPTED, orientation="landscape", theme="beach")
    red = make_picture(
        "La criée", alternatives=ALT, credit="Anne Lumière", uses=[], third_parties_allowed=True
    )  # to look at only
    things.red_photo = Photo.objects.create(picture=red, state=Photo.State.ACCEPTED, orientation="landscape", theme="beach")
    things.photo_request = PhotoRequest.objects.create(
        picture=offered, name="Gîte des Combes", email="clotilde@gite.example", use="web", purpose="Notre site"
    )
    days = {"shared_until": timezone.localdate() + timedelta(days=9)}
    things.selection = make_selection(things.photo, on_front_page=True, token="dossier-de-presse", **days)
    things.ended_selection = make_selection(token="dossier-fini", shared_until=timezone.localdate() - timedelta(days=9))
    things.bundle = Bundle.objects.create(person=member, pictures=[offered.pk], size="web", state=Bundle.State.READY)
    things.bundle.file.save("photos.zip", ContentFile(b"PK"))


def make_privacy(things, member) -> None:
    """The member's data as a file, and their wish to leave, not yet confirmed."""
    things.export = Export.objects.create(account=member, email=member.email, requested_by=member, state=Export.State.READY)
    things.export.file.save("export.zip", ContentFile(b"PK"))
    things.erasure = ErasureRequest.objects.create(account=member, due_at=timezone.now())


def make_gifts(things, people) -> None:
    """The member's lots, one still open and one that waits; the agreement for a picture of the library; a partner's key."""
    member, editor = people["member"], people["editor"]
    things.open_lot = make_contribution(member, state="open")
    uploads = Upload.objects.create
    picture = things.open_lot.photos.get().picture
    uploads(contribution=things.open_lot, name="vue.jpg", size=4000, offset=4000, state="read", picture=picture)
    uploads(contribution=things.open_lot, name="note.txt", size=4000, offset=4000, state="refused", refusal="no_picture")
    things.upload = uploads(contribution=things.open_lot, name="plage.jpg", size=4000, offset=1000)
    things.lot = make_contribution(member, 2, facts={"people": "yes", "consents_held": True})
    things.given = things.lot.photos.first()
    things.agreement = AttachedAgreement(contribution=things.lot, name="accord.pdf")
    things.agreement.file.save("accord.pdf", ContentFile(b"%PDF-1.4"))
    make_waiting_photo(things.lot, "Quai la nuit", decided_by=editor)
    refused = things.lot.photos.get(picture__title="Quai la nuit")
    refused.state, refused.refusal, refused.decided_at = Photo.State.REFUSED, "La photo est floue.", things.lot.signed_at
    refused.save()
    things.consent = make_consent(things.photo, document=b"%PDF-1.4", contact="lison@varques.example")
    ending = make_picture("Le marché", credit="Anne Lumière", valid_until=timezone.localdate() + timedelta(days=9))
    Photo.objects.create(picture=ending, state=Photo.State.ACCEPTED, orientation="landscape")
    over = make_picture("La fête", credit="Anne Lumière", valid_until=timezone.localdate() - timedelta(days=9))
    Photo.objects.create(picture=over, state=Photo.State.ACCEPTED, orientation="landscape")
    make_consent(Photo.objects.get(pk=over.pk), name="Oriol Falgueroles", withdrawn_on=timezone.localdate())
    mine = make_picture("Mon phare", credit="Maria Delmoli", author=member, uses=["web"], third_parties_allowed=True)
    Photo.objects.create(picture=mine, state=Photo.State.ACCEPTED, orientation="landscape")
    Taking.objects.create(picture=mine, size="web", use="web", name="Gîte des Combes", purpose="Un dépliant")
    things.key = create_key("Parc naturel", ["web"])[0]
    things.rights_change = RightsChange.objects.create(answers={"credit": ""}, before={str(ending.pk): {"credit": ""}})


def make_public_things(things, member):
    music = make_category("music", fr="Concerts", en="Concerts", ca="Concerts")
    things.place = make_place(
        "Théâtre de la Mer", things.commune, kind="museum", latitude=42.5, longitude=3.1,
        picture=things.picture, phone="04 68 00 00 00", email="theatre@aurelle.example", website="https://theatre.example/", address="1, quai du Port", postcode="66660",
        accessibility=["motor"], family=True, author=member, organisation=member.organisation,
    )  # fmt: skip
    facts = {"place": things.place, "author": member, "organisation": member.organisation, "categories": [music]}
    things.event = make_event(
        words={"fr": "Concert de la chorale", "en": "Choir concert", "ca": "Concert de la coral"}, picture=things.picture,
        family=True, accessibility=["motor"], prices=[{"code": "full", "label": "", "amount": "12.00"}], booking_url="https://billets.example/",
        organiser="La chorale", phone="04 68 00 00 00", email="chorale@aurelle.example", website="https://chorale.example/",
        **facts,
    )  # fmt: skip
    make_event("Bal annulé", state="cancelled", **facts)
    make_event(
        "Brocante",
        one_day(start=None, end=None),
        free=True,
        setting="outdoors",
        meeting_point="Place du Marché",
        commune=things.commune,
    )


def make_work_things(things, people):
    member, moderator = people["member"], people["moderator"]
    facts = {"commune": things.commune, "author": member}
    things.waiting = make_proposal(title="Bal de la Saint-Jean", **facts)
    things.change = make_change(title="Loto du port", new_title="Grand loto du port", **facts)
    things.back = make_proposal(title="Marché de nuit", **facts)
    decisions.send_back(things.back, moderator, "À quelle heure ?")
    refused = make_proposal(title="Vide-grenier", **facts)
    things.decision = decisions.refuse(refused, moderator, "Déjà annoncé.")
    things.mine = make_proposal(title="Réunion de l’office", audience="private", **facts)
    filled = proposal_form()
    things.ticket = DraftToken(Tab(None, member).key, member.pk)
    fields = {name: [value] if isinstance(value, str) else value for name, value in filled.items()}
    things.draft = save_draft(Draft, things.ticket, fields, version=0, tab="a")
    things.calendar = understand(calendar_file(), "amis.ics", member)
    invite("nouvelle@aurelle.example", organisation=member.organisation, invited_by=people["administrator"])
    things.invitation = Invitation.objects.get()


def make_tutorials(things, member):
    facts = {"author": member, "owner": member, "organisation": member.organisation}
    film = "https://www.youtube.com/watch?v=abcdefghijk"
    things.tutorial = make_tutorial(
        "fiche", picture=things.picture, themes=["seo", "mobile"], checked_on=date(2024, 1, 15),
        steps=[step("Chercher", picture=things.picture.pk, document=things.document.pk, video=film), step("Écrire"), step("Relire")],
        words={"en": "A listing"}, **facts,
    )  # fmt: skip
    make_tutorial("photos", themes=["photo", "mobile"], level="practice", **facts)
    things.path = make_path("premiers-pas", things.tutorial)
    things.question = make_question(things.tutorial, step=1)
    make_question(things.tutorial, step=2, text="Et en hiver ?", answer="Fermé temporairement.", is_shown=True)
    make_question(things.tutorial, text="Et après ?", answer="Recommencer.", is_shown=True)
    Opinion.objects.create(tutorial=things.tutorial, mark="a", useful=False, why="Trop long.")
    things.certificate = certificate_for(things.path, "Anne Lumière", "Hôtel du Phare")


def calendar_file() -> bytes:
    from tests.factories.submissions import make_calendar, make_vevent

    return make_calendar(make_vevent("un@amis", "Loto des amis"), make_vevent("deux@amis", "Kermesse"))


def make_site(things):
    ensure_site(name="Pays d’Aurelle")
    words = {
        "fr": {"title": "Pays d’Aurelle", "tagline": "Entre mer et montagne."},
        "en": {"title": "Aurelle"},
        "ca": {"title": "País d’Aurelle"},
    }
    home = {"slug": {"fr": "accueil"}, "kind": "home", "parent": None, "picture": "port", "words": words}
    kinds = {
        "decouvrir": "section",
        "la-mer": "editorial",
        "venir": "practical",
        "ecrire": "contact",
        "mentions": "legal",
        "accessible": "accessibility",
    }
    pages = [home] + [
        {
            "slug": {"fr": slug}, "kind": kind, "parent": "decouvrir" if slug == "la-mer" else "accueil", "picture": "port",
            "words": {
                "fr": {
                    "title": slug.capitalize(), "introduction": "Une introduction.",
                    "body": [] if kind in ("section", "contact") else BODY,
                },
            },
        }
        for slug, kind in kinds.items()
    ]  # fmt: skip
    things.pages = make_pages(pages, picture_for=lambda name: things.picture)
    make_menus({"main": [{"label": {"fr": "À voir"}, "target": "decouvrir"}], "legal": [{"label": {}, "target": "mentions"}]})


def make_watch(things, people):
    """The editor is also the watcher."""
    watcher = people["editor"]
    watcher.groups.add(make_role("watcher"))
    theme = make_theme("numerique", fr="Numérique", en="Digital", ca="Digital")
    things.source = make_source("Le Carnet", themes=[theme])
    make_source("Le Carnet muet", failures=3, last_error="Ce site ne répond pas.", failing_since=things.event.created_at)
    facts = {"author": watcher, "organisation": watcher.organisation, "themes": [theme]}
    things.item = make_item(
        "Sa fiche en ligne", comment="À vérifier avant l’été.", audience="public", source=things.source, **facts
    )
    things.to_sort = make_item("Horaires d’hiver", state="inbox", source=things.source, themes=[theme])
    things.letter = make_letter("La veille de juin", [things.item], is_sent=True)
    later = make_item("Une page lente", comment="Allégez vos photos.", audience="public", in_next_letter=True, **facts)
    things.letter_draft = make_letter("La veille de juillet", [later, make_item("Des avis", audience="public", **facts)])
    make_subscription(people["member"], [theme])
    things.exclusion = WatchExclusion.objects.create(words="offre d’emploi")
    reader = WatchLetterReader.objects.create(email="lectrice@ailleurs.example")
    things.watch_confirm_token = watch_signing.confirmation_path(reader).rstrip("/").rsplit("/", 1)[1]
    things.watch_reader_stop_token = watch_signing.reader_stop_path(reader).rstrip("/").rsplit("/", 1)[1]
    things.watch_preferences_token = watch_signing.preferences_path(people["member"]).rstrip("/").rsplit("/", 1)[1]
    things.watch_stop_token = watch_signing.stop_path(people["member"]).rstrip("/").rsplit("/", 1)[1]


def make_articles(things, people):
    """The member's article for members, which the editor asks to be read; its draft, of which the member alone knows."""
    member = people["member"]
    words = f'<p>Qui ouvre, @{member.profile.handle} ? <a href="https://ailleurs.example/">La suite</a></p><table><tbody><tr><td>1</td></tr></tbody></table>'
    things.article = make_article(
        member,
        picture=things.picture,
        summary="Douze classes.",
        body=words,
        themes=Theme.objects.all()[:2],
        review_on=date(2024, 1, 15),
    )
    things.article.documents.add(things.document)
    things.article.save()
    MustRead.objects.create(article=things.article, set_by=people["editor"], until=date(2024, 2, 1))
    things.thrown = make_article(member, title="Une note dépassée")
    things.thrown.throw_away(member)
    things.article_ticket = ArticleToken(uuid.uuid4(), member.pk)
    fields = {name: [value] for name, value in article_form().items()}
    things.article_draft = save_draft(ArticleDraft, things.article_ticket, fields, version=0, tab="a")


def make_documents(things, people):
    """The member's document for members in a folder, its earlier version and the next one on its way."""
    member = people["member"]
    things.folder = make_folder(member, "Marchés")
    things.shared_document = make_shared_document(
        member, "Horaires des marchés", "Le lundi.", folder=things.folder, review_on=date(2024, 1, 15), note="Pour l’accueil."
    )
    things.shared_document.tags.add("marchés")
    keep_version(things.shared_document)
    things.shared_document.version, things.shared_document.what_changed = 2, "Le jour"
    things.shared_document.save()
    DocumentPage.objects.create(document=things.shared_document, version=2, number=1, text="Le mardi.")
    things.document_upload = DocumentUpload.objects.create(person=member, name="plan.pdf", size=8)
    things.document_archive = DocumentArchive.objects.create(person=member, documents=[things.shared_document.pk])


def make_talk(things, people):
    """Under an event for members: the member's words, an answer, a flagged word of the group member's, what was taken away."""
    member, colleague = people["member"], people["group_member"]
    things.talked = make_internal_event(member)
    things.comment = make_comment(things.talked, member, f"Qui ouvre la salle, @{member.profile.handle} ? https://salle.example/")
    note = CommentFile(comment=things.comment, name="plan.pdf", size=8)
    note.file.save("plan.pdf", ContentFile(b"%PDF-1.4"))
    things.comment_file = note
    picture = CommentFile(comment=things.comment, name="salle.jpg", size=900, width=800, height=600)
    picture.file.save("salle.jpg", ContentFile(image_file("salle.jpg", size=(800, 600)).read()))
    make_comment(things.talked, people["editor"], "La régie.", make_comment(things.talked, colleague, "Moi.", things.comment))
    things.rude = make_comment(things.talked, colleague, "Encore une réunion…")
    flag_comment(things.rude, people["editor"])
    things.hasty, things.removed = (make_comment(things.talked, member, text) for text in ("Trop vite", "Erreur"))
    delete_comment(things.removed, member)
    things.hidden = make_comment(things.talked, colleague, "Propos déplacés")
    hide_comment(things.hidden, people["moderator"])
    things.mark = FormMark.new(member, reverse("intranet_comments:talk", args=["evenement", things.talked.pk]))


def make_notices(things, people):
    told = EventAccepted(things.event, actor=people["moderator"])
    notices = {
        persona: Notice.objects.create(
            person=person,
            code=told.code,
            content_type=content_type_of(told),
            object_id=things.event.pk,
            actor=people["moderator"],
        )
        for persona, person in people.items()
        if person.is_authenticated
    }
    things.notice = notices["member"]
    things.preferences_token = preferences_path(people["member"]).rstrip("/").rsplit("/", 1)[1]
    things.stop_token = stop_path(people["member"], told.code).rstrip("/").rsplit("/", 1)[1]


def upload_file() -> ContentFile:
    return image_file("port.jpg", size=(1600, 900))
