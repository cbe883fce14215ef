"""People, the organisations they work for and the communes they cover."""

import secrets
from collections.abc import Callable, Hashable
from copy import copy
from functools import cached_property

from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.db.models import BooleanField, Value
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.permissions import ADMINISTRATOR, ROLES
from common.access import (
    ACCOUNT_KEY,
    EVERYTHING_KEY,
    MEMBERS_KEY,
    PROFESSIONALS_KEY,
    PUBLIC_KEY,
    organisation_key,
    person_key,
    role_key,
    work_group_key,
)
from common.fields import PhoneField
from common.models import Picture
from common.registry import call_hook
from common.slugs import free_slug, slug_of
from common.statements import padded, rows_for
from common.translations import choose_version, text_in


class Territory(models.Model):
    """A commune: its name, its centre and its outline, in degrees (WGS 84)."""

    name = models.CharField(_("nom"), max_length=120)
    slug = models.SlugField(unique=True)
    insee = models.CharField(_("code INSEE"), max_length=5, blank=True)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    outline = models.JSONField(_("contour"), null=True, blank=True)  # GeoJSON geometry: Polygon or MultiPolygon, [lon, lat]
    presentation = models.JSONField(_("présentation"), default=dict, blank=True)  # {"fr": "…", …}
    picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, related_name="communes", verbose_name=_("photo"),
        help_text=_("Sans photo, sa page montre celle d’un de ses lieux."),
    )  # fmt: skip
    other_names = models.CharField(
        _("autres noms"),
        max_length=255,
        blank=True,
        help_text=_("Ancienne orthographe, nom dans une autre langue : la recherche les comprend. Séparés par des virgules."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("commune")
        verbose_name_plural = _("communes")

    def __str__(self):
        return self.name


def organisation_name(name: str, translated_names: dict[str, str], language: str | None = None) -> str:
    """`Organisation.name_in`, of a row that was read as values."""
    return choose_version({settings.LANGUAGE_CODE: name, **translated_names}, language) or name


class Organisation(models.Model):
    class Kind(models.TextChoices):
        AGENCY = "agency", _("Agence départementale")
        OFFICE = "office", _("Office de tourisme")
        PROVIDER = "provider", _("Prestataire")

    name = models.CharField(_("nom"), max_length=160)
    # {"en": "…", "ca": "…"}: its name in the other languages of the site, where it has one.
    translated_names = models.JSONField(_("noms dans d’autres langues"), default=dict, blank=True)
    slug = models.SlugField(unique=True, max_length=160)
    kind = models.CharField(_("nature"), max_length=10, choices=Kind, default=Kind.OFFICE)
    email = models.EmailField(_("courriel"), blank=True)
    phone = PhoneField(_("téléphone"), blank=True)
    website = models.URLField(_("site internet"), blank=True)
    address = models.TextField(_("adresse"), blank=True)
    territories = models.ManyToManyField(Territory, blank=True, related_name="organisations", verbose_name=_("communes"))
    trusted = models.BooleanField(
        _("de confiance"), default=False, help_text=_("Ses événements sont publiés aussitôt, puis relus par la modération.")
    )

    #: Whose people are members of the network; a provider's are professionals.
    OF_MEMBERS = (Kind.OFFICE, Kind.AGENCY)

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisme")
        verbose_name_plural = _("organismes")

    def __str__(self):
        return self.name_in()

    @classmethod
    def free_slug(cls, name: str, default: str) -> str:
        """That of a new organisation of this name; `default` where the name has no letter for one."""
        slug = slug_of(name, default)[:140]  # of 160: a number may follow
        return free_slug(slug, set(cls.objects.filter(slug__startswith=slug).values_list("slug", flat=True)))

    @property
    def names(self) -> dict[str, str]:
        """Language → name, the one of the house first."""
        return {settings.LANGUAGE_CODE: self.name, **self.translated_names}

    def name_in(self, language: str | None = None) -> str:
        """The name in this language, by default the active one, else that of the house."""
        return organisation_name(self.name, self.translated_names, language)

    @cached_property
    def commune_slugs(self) -> tuple[str, ...]:
        """The communes that it covers."""
        return tuple(self.territories.values_list("slug", flat=True))

    @property
    def name_lang(self) -> str:
        """The language of the name shown, empty where it is that of the page."""
        shown = text_in(self.names)
        return shown.language if shown and shown.language != get_language() else ""


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password) if password else user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def holding(self, permission: str) -> models.QuerySet:
        """The active people who hold `permission` ("app_label.codename"): by a role, or as administrators."""
        return self.filter(models.Q(pk__in=_by_role(permission)) | models.Q(is_superuser=True), is_active=True)

    def responsible_for(self, permission: str) -> models.QuerySet:
        """Who is told of what waits for `permission`: the active people who hold it by a role; where nobody does, the
        administrators, who hold everything."""
        by_role = self.filter(pk__in=_by_role(permission), is_active=True)
        return by_role if by_role.exists() else self.filter(is_superuser=True, is_active=True)


def _by_role(permission: str) -> models.QuerySet:
    app_label, codename = permission.split(".")
    roles = Group.objects.filter(permissions__codename=codename, permissions__content_type__app_label=app_label)
    return User.groups.through.objects.filter(group__in=roles.values("pk")).values("user_id")


def new_feed_key() -> str:
    return secrets.token_urlsafe(24)


def new_session_mark() -> str:
    return secrets.token_urlsafe(12)


def _groups_and_roles_of(person_id: int, is_active: bool, is_member: bool) -> models.QuerySet:
    memberships = User._meta.get_field("memberships").related_model.objects
    groups = memberships.in_force_of(person_id, is_active=is_active, is_member=is_member).values_list("workgroup_id", "is_owner")
    no_owner = Value(None, output_field=BooleanField())
    return groups.union(User.groups.through.objects.filter(user=person_id).values_list("group_id", no_owner), all=True)


def person_name(preferred_name: str, first_name: str, last_name: str, email: str) -> str:
    """The name of a person whose row was read as values."""
    return preferred_name or f"{first_name} {last_name}".strip() or email


class User(AbstractUser):
    """A person. They sign in with their e-mail; what they are comes from their organisation, what they may do from roles."""

    username = None
    email = models.EmailField(_("courriel"), unique=True)
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="people", verbose_name=_("organisme")
    )
    preferred_name = models.CharField(
        _("nom d’usage"), max_length=120, blank=True, help_text=_("Comme vous voulez être appelé. Vide : prénom et nom.")
    )
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    phone = PhoneField(_("téléphone"), blank=True)
    # Lets a calendar program, which cannot sign in, read what this person may see. It can be renewed.
    feed_key = models.CharField(max_length=40, unique=True, default=new_feed_key, editable=False)
    # Part of what a session is checked against: a new mark ends every session of the person.
    session_mark = models.CharField(max_length=40, default=new_session_mark, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        ordering = ["last_name", "first_name"]
        verbose_name = _("personne")
        verbose_name_plural = _("personnes")
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_once")]

    def __str__(self):
        return person_name(self.preferred_name, self.first_name, self.last_name, self.email)

    def save(self, *args, **kwargs):
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if is_new:
            call_hook("accounts.person_joined", self)

    @property
    def is_member(self) -> bool:
        """Staff of an office or of the agency; an administrator always is."""
        kind = self.organisation.kind if self.organisation_id else None
        return self.is_superuser or kind in Organisation.OF_MEMBERS

    @property
    def is_professional(self) -> bool:
        """A provider, or anyone of the network."""
        return self.is_member or self.organisation_id is not None

    @cached_property
    def work_group_ids(self) -> frozenset[int]:
        """The groups whose things open to this person (`MembershipQuerySet.in_force`)."""
        return frozenset(pk for pk, is_owner in self._groups_and_roles if is_owner is not None)

    @cached_property
    def owned_group_ids(self) -> frozenset[int]:
        """Those of them that this person looks after."""
        return frozenset(pk for pk, is_owner in self._groups_and_roles if is_owner)

    @cached_property
    def role_ids(self) -> frozenset[int]:
        return frozenset(pk for pk, is_owner in self._groups_and_roles if is_owner is None)

    @cached_property
    def _groups_and_roles(self) -> list[tuple[int, bool | None]]:
        """(group, whether they look after it) and (role, None), in one query: every page of the work rooms asks for both."""
        return rows_for(_groups_and_roles_of, self.pk, self.is_active, self.is_member)

    def as_member(self) -> "User":
        """The same person without the administrators' key: what concerns them, rather than what they might look at."""
        if not self.is_superuser:
            return self
        person = copy(self)
        person.keys_at_hand = self.keys_at_hand - {EVERYTHING_KEY}
        person.access_keys = self.access_keys - {EVERYTHING_KEY}
        return person

    def alike(self, first: int) -> tuple[Hashable, Callable[[], "User"], dict[int, int]]:
        """For a statement that is put together once for all readers who are alike (`common.statements`): what they have in
        common, namely keys of the same kinds, about as many groups, and the kind of their office; somebody like them, whose keys
        are numbers from `first` on; and what each of these numbers stands for here."""
        office, owned = self.organisation_id, padded(sorted(self.owned_group_ids))
        groups = dict(enumerate(owned + padded(sorted(self.work_group_ids - self.owned_group_ids)), start=first + 2))
        names = {person_key(self.pk): person_key(first), organisation_key(office): organisation_key(first + 1)}
        keys = {names.get(key, key) for key in self.access_keys if key in names or ":" not in key}
        keys = frozenset(keys | {work_group_key(number) for number in groups})

        def somebody() -> User:
            person = copy(self)
            if office:
                somewhere = copy(self.organisation)
                somewhere.pk = first + 1
                person.organisation = somewhere
            person.pk, person.access_keys = first, keys
            person.keys_at_hand = frozenset(names.get(key, key) for key in self.keys_at_hand)
            person.work_group_ids = frozenset(groups)
            person.owned_group_ids = frozenset([*groups][: len(owned)])
            return person

        shape = keys, len(owned), self.is_superuser, office and self.organisation.kind
        return shape, somebody, {first: self.pk, first + 1: office} | groups

    @cached_property
    def access_keys(self) -> frozenset[str]:
        """The keys this person holds (see `common.access`)."""
        if not self.is_active:
            return self.keys_at_hand
        roles = {role_key(group_id) for group_id in self.role_ids}
        return self.keys_at_hand | roles | {work_group_key(work_group_id) for work_group_id in self.work_group_ids}

    @cached_property
    def keys_at_hand(self) -> frozenset[str]:
        """Those of them that are known without a query: all but the keys of groups and roles."""
        if not self.is_active:
            return frozenset({PUBLIC_KEY})
        keys = {PUBLIC_KEY, ACCOUNT_KEY, person_key(self.pk)}
        if self.is_superuser:
            keys.add(EVERYTHING_KEY)
        if self.is_professional:
            keys.add(PROFESSIONALS_KEY)
        if self.is_member:
            keys.add(MEMBERS_KEY)
        if self.organisation_id:
            keys.add(organisation_key(self.organisation_id))
        return frozenset(keys)

    @property
    def is_moderator(self) -> bool:
        return self.has_perm("agenda.moderate_event")

    @property
    def is_watcher(self) -> bool:
        return self.has_perm("watch.publish_watchitem")

    @property
    def roles(self) -> list[str]:
        """The declared roles held, in the order of `accounts.permissions`."""
        role_names = {group.name for group in self.groups.all()}
        return [role for role in ROLES if role in role_names or (role == ADMINISTRATOR and self.is_superuser)]

    def _get_session_auth_hash(self, secret=None):
        salt = "accounts.models.User.session"
        return salted_hmac(salt, self.password + self.session_mark, secret=secret, algorithm="sha256").hexdigest()

    def end_sessions(self) -> None:
        """Sign the person out everywhere."""
        self.session_mark = new_session_mark()
        self.save(update_fields=["session_mark"])

    def renew_feed_key(self) -> None:
        """Give a new private calendar address; the one given out before stops answering."""
        self.feed_key = new_feed_key()
        self.save(update_fields=["feed_key"])
