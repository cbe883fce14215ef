"""Messages to the office, who looks after a page, the visitor's mode."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import (
    A_YEAR,
    WITH_ACCOUNT,
    Basis,
    Cookie,
    Kind,
    OnErasure,
    People,
    Recipients,
    Rows,
    register,
    register_cookie,
)
from destination.pages import visitor_mode

#: Every kind of page that has somebody who looks after it.
PAGES = ("HomePage", "SectionPage", "EditorialPage", "PracticalPage", "LegalPage", "AccessibilityPage", "ContactPage")


@register
class ContactMessages(Kind):
    key = "contact_messages"
    title = _("Messages du formulaire de contact")
    order = 10
    categories = _("Nom, courriel, objet et texte du message")
    purpose = _("Répondre à qui écrit à l’office.")
    people = People.VISITORS
    legal_basis = Basis.PUBLIC_TASK
    recipients = Recipients.OFFICE
    term = _("Un an après la réception.")
    lifetime = A_YEAR
    rows = (
        Rows(
            "pages.ContactMessage",
            email=("email",),
            personal={"name": "", "subject": "", "message": ""},
            facts={"language": "", "answered": ""},
            at="received_at",
        ),
    )


@register
class ResponsibleForPages(Kind):
    key = "pages"
    title = _("Pages confiées à quelqu’un")
    categories = _("Qui est chargé d’une page, pour l’équipe seulement")
    purpose = _("Savoir à qui demander si une page est encore juste.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.MEMBERS
    term = WITH_ACCOUNT
    on_erasure = OnErasure.BLANK
    ends_by = "accounts"
    rows = tuple(
        Rows(f"pages.{name}", account=("responsible",), facts={"title": _("page")}, at="first_published_at") for name in PAGES
    )


register_cookie(
    Cookie(
        visitor_mode.COOKIE,
        _("Se souvenir de la réponse « je prépare mon séjour » ou « je suis sur place », et de la commune choisie sur place."),
        _("90 jours ; 7 jours sur place"),
        _("quand le visiteur répond"),
    )
)
