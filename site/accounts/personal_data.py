"""Accounts, invitations, sessions, counted tries."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.actions import require_another_administrator
from accounts.models import Invitation
from accounts.models.invitations import LIFETIME
from common.interrupted_forms import KEPT
from common.personal_data import (
    A_YEAR,
    Basis,
    Cookie,
    Kind,
    OnErasure,
    Outcome,
    People,
    Recipients,
    Record,
    Rows,
    register,
    register_cookie,
    whole,
)


@register
class Accounts(Kind):
    key = "accounts"
    title = _("Compte")
    order = 100
    categories = _("Nom, courriel, téléphone, langue, organisme, rôles, groupes, mot de passe haché, double authentification")
    purpose = _("Ouvrir l’espace de travail à ceux qui y ont droit, et à eux seuls.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.MEMBERS
    term = _("Tant que le compte existe ; un compte fermé est effacé trois ans après la dernière connexion.")
    ends_by = "privacy.periodic.erase_closed_accounts"
    correction = "accounts:profile"
    rows = (
        Rows(
            "accounts.Membership",
            account=("user",),
            facts={"workgroup": _("groupe de travail"), "is_owner": "", "is_muted": ""},
            at="joined_at",
        ),
        Rows(
            "accounts.JoinRequest",
            account=("person",),
            facts={"workgroup": _("groupe de travail"), "words": "", "reply": "", "is_accepted": _("acceptée")},
            at="created_at",
        ),
        # Their words stay for the person to whom they were written; the group and that person are not told to who wrote them.
        Rows("accounts.JoinRequest", account=("invited_by",), facts={"words": ""}, at="created_at", on_erasure=OnErasure.BLANK),
        Rows("accounts.JoinRequest", account=("answered_by",), facts={"reply": ""}, at="answered_at", on_erasure=OnErasure.BLANK),
        Rows("account.EmailAddress", account=("user",), email=("email",), facts={"verified": _("vérifié")}),
        Rows("mfa.Authenticator", account=("user",), facts={"type": _("double authentification")}, at="created_at"),
        Rows("wagtailusers.UserProfile", account=("user",), facts={"preferred_language": _("langue du CMS")}, files=("avatar",)),
        Rows(
            "accounts.User",
            email=("email",),
            personal={"first_name": "", "last_name": "", "preferred_name": "", "phone": ""},
            facts={
                "language": "",
                "organisation": "",
                "roles": _("rôles"),
                "is_active": _("compte ouvert"),
                "last_login": _("dernière connexion"),
            },
            at="date_joined",
        ),
    )
    also = {
        "accounts.User_groups": ("user",),
        "accounts.User_user_permissions": ("user",),
        "accounts.WorkGroup": ("members", "deleted_by"),
        "account.EmailConfirmation": ("email_address",),
        "mfa.Authenticator": ("data",),
    }

    def erase(self, person):
        """Raises `accounts.actions.LastAdministrator`."""
        if person.account is None:
            return Outcome()
        require_another_administrator([person.account])
        return super().erase(person)


@register
class Profiles(Kind):
    key = "profiles"
    title = _("Profil")
    order = 99  # before the account, which takes the row with it
    categories = _(
        "Portrait, fonction, thèmes, langues parlées, téléphone personnel, jours de travail, absence et qui remplace la personne"
    )
    purpose = _("Savoir à qui demander quoi, et comment joindre la personne.")
    recipients = Recipients.MEMBERS
    term = _("Tant que le compte existe. Ce qu’elle a choisi de montrer aux professionnels l’est jusqu’à ce qu’elle le retire.")
    ends_by = "accounts"
    correction = "people:mine"
    rows = (
        Rows(
            "accounts.Profile",
            account=("person",),
            personal={"job": "", "about": "", "private_phone": ""},
            facts={
                "handle": _("nom après le @"),
                "languages": "",
                "theme_names": _("thèmes"),
                "working_days": "",
                "away_from": "",
                "away_until": "",
                "stand_in": "",
                "shown_to_professionals": "",
            },
            files=("portrait", "portrait_small"),
        ),
        Rows("accounts.Profile", account=("stand_in",), facts={"person": _("remplace")}, on_erasure=OnErasure.BLANK),
    )


@register
class Invitations(Kind):
    key = "invitations"
    title = _("Invitations")
    categories = _("Nom et courriel de la personne invitée")
    purpose = _("Envoyer à quelqu’un le lien qui ouvre son compte.")
    people = People.VISITORS
    term = _("Un mois après la fin du lien sans réponse, un an après la réponse.")
    rows = (
        Rows(
            "accounts.Invitation",
            email=("email",),
            personal={"first_name": "", "last_name": ""},
            facts={"language": "", "organisation": "", "accepted_at": _("acceptée le")},
            at="created_at",
        ),
        Rows("accounts.Invitation", account=("invited_by",), facts={"sent_at": _("envoyée le")}, on_erasure=OnErasure.BLANK),
    )

    def expire(self, now):
        unanswered = Q(accepted_at=None, sent_at__lt=now - LIFETIME - timedelta(days=30))
        return Invitation.objects.filter(unanswered | Q(accepted_at__lt=now - A_YEAR)).delete()[0]


@register
class Sessions(Kind):
    key = "sessions"
    title = _("Sessions ouvertes")
    categories = _(
        "Numéro de session, compte ; panier, nom et courriel donnés pour prendre des photos sans compte ; ce qui a été envoyé "
        "quand la session venait de finir"
    )
    purpose = _("Reconnaître une personne d’une page à l’autre.")
    people = People.EVERYBODY
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = _("Deux semaines après la connexion.")
    also = {"sessions.Session": ("session_data",)}

    def of_person(self, person):
        for session in self._of(person):
            yield Record(str(_("Session")), None, {str(_("finit le")): f"{session.expire_date:%Y-%m-%d}"})

    def erase(self, person):
        keys = [session.pk for session in self._of(person)]
        Session.objects.filter(pk__in=keys).delete()
        return Outcome(deleted=len(keys))

    @staticmethod
    def _of(person):
        """What a session holds can only be read one by one."""
        account = str(person.account.pk) if person.account else None
        for session in Session.objects.iterator(chunk_size=500):
            values = session.get_decoded()
            is_theirs = account is not None and account in (values.get(SESSION_KEY), values.get(KEPT, {}).get("person"))
            if is_theirs or person.email and whole(person.email).search(str(values)):
                yield session

    def expire(self, now):
        before = Session.objects.count()
        call_command("clearsessions")
        return before - Session.objects.count()


@register
class Tries(Kind):
    key = "tries"
    title = _("Essais comptés")
    categories = _("Empreinte à clé de l’adresse IP, du courriel essayé ; nombre d’essais")
    purpose = _("Arrêter qui devine des mots de passe ou envoie des messages en masse.")
    people = People.EVERYBODY
    recipients = Recipients.NOBODY
    term = _("D’une heure à un jour ; 90 jours pour un appareil qui s’est connecté. Aucune adresse n’est écrite.")
    ends_by = "common.periodic.sweep_rate_counters"
    on_erasure = OnErasure.KEEP
    erasure = _("Gardé jusqu’à sa fin : l’empreinte ne permet pas de retrouver la personne.")
    also = {"common.RateCounter": ("key",)}

    def of_person(self, person):
        return iter(())


register_cookie(
    Cookie(
        settings.SESSION_COOKIE_NAME,
        _("Garder la connexion ouverte, ou le panier de photos d’un visiteur."),
        _("deux semaines"),
        _("à la connexion, au premier ajout au panier"),
    )
)
register_cookie(
    Cookie(
        settings.CSRF_COOKIE_NAME,
        _("Vérifier qu’un formulaire envoyé vient bien de ce site."),
        _("un an"),
        _("à la première page qui porte un formulaire"),
    )
)
register_cookie(
    Cookie(
        settings.LANGUAGE_COOKIE_NAME,
        _("Se rappeler la langue choisie, pour les pages dont l’adresse n’en porte pas."),
        _("un an"),
        _("au choix d’une langue sur une de ces pages"),
    )
)
register_cookie(
    Cookie(
        "messages",
        _("Porter jusqu’à la page suivante la phrase qui dit ce qui vient d’être fait."),
        _("jusqu’à la page suivante"),
        _("après l’envoi d’un formulaire"),
    )
)
