"""The kinds of personal data that the product holds: one registry, from which the table of terms, a person’s export, an erasure,
the clock’s deletions and the register of processing are all made (`docs/privacy.md`).

Each app declares its kinds in `personal_data.py`. A kind is a class; most only name their rows:

    @register
    class ContactMessages(Kind):
        key = "contact_messages"
        title = _("Messages du formulaire de contact")
        …
        rows = (Rows("pages.ContactMessage", email=("email",), personal={"name": _("nom")}, at="received_at"),)
        lifetime = timedelta(days=365)
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property, partial
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import CharField, Count, Q, QuerySet, Value
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from common.access import AudienceMixin


class Basis(models.TextChoices):
    """Why the law allows it (GDPR, article 6.1)."""

    CONSENT = "consent", _("Consentement (art. 6.1 a)")
    CONTRACT = "contract", _("Service demandé par la personne (art. 6.1 b)")
    LEGAL_DUTY = "legal_duty", _("Obligation légale (art. 6.1 c)")
    PUBLIC_TASK = "public_task", _("Mission d’intérêt public de l’office (art. 6.1 e)")
    LEGITIMATE_INTEREST = "legitimate_interest", _("Intérêt légitime de l’office (art. 6.1 f)")


class People(models.TextChoices):
    """Whose data it is."""

    VISITORS = "visitors", _("Visiteurs et personnes sans compte")
    ACCOUNTS = "accounts", _("Personnes qui ont un compte")
    PICTURED = "pictured", _("Auteurs de photos et personnes photographiées")
    EVERYBODY = "everybody", _("Toutes ces personnes")


class Recipients(models.TextChoices):
    """Who reads it. Nobody else does: nothing is sold, and nothing leaves for a third party."""

    NOBODY = "nobody", _("La personne elle-même ; personne d’autre ne la consulte")
    ADMINISTRATORS = "administrators", _("Les administrateurs du site")
    OFFICE = "office", _("L’équipe de l’office que la demande concerne")
    MEMBERS = "members", _("Les membres du réseau des offices")
    PUBLIC = "public", _("Tout le monde : c’est publié")


class OnErasure(models.TextChoices):
    """What the erasure of a person does to the rows of a kind."""

    DELETE = "delete", _("Effacé")
    BLANK = "blank", _("Gardé sans le nom ni l’adresse")
    KEEP = "keep", _("Gardé")


FORMER_COLLEAGUE = _("une personne qui a quitté l’office")
WITH_ACCOUNT = _("Tant que le compte existe.")
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Person:
    """Of whom the kinds are asked: an address in lower case, and the account that has it, if any.

    `until` limits the question to what was there at that moment: an erasure that is carried out again after a restore leaves
    alone what the same person gave later.
    """

    email: str
    account: Any = None  # a user
    until: datetime | None = None

    @classmethod
    def of(cls, account) -> "Person":
        return cls(account.email.strip().lower(), account)

    @classmethod
    def with_address(cls, email: str, until: datetime | None = None) -> "Person":
        email = email.strip().lower()
        account = get_user_model().objects.filter(email__iexact=email).first() if email else None
        if account and until and account.date_joined > until:
            account = None
        return cls(email, account, until)

    @cached_property
    def names(self) -> frozenset[str]:
        """The full names of the account and of what was sent from the address. One word alone names many people, and things."""
        names = {self.account.get_full_name()} if self.account is not None else set()
        for rows in (rows for kind in kinds() for rows in kind.rows if rows.email):
            parts = [name for name in ("first_name", "last_name", "name") if name in rows.personal]
            names |= {" ".join(filter(None, row)) for row in rows.of(self).values_list(*parts)} if parts else set()
        return frozenset(name for name in (" ".join(name.split()) for name in names) if " " in name)


def whole(words: str) -> re.Pattern:
    """These words as they stand for themselves, in capitals too: « a@b.example » is not in « anna@b.example »."""
    return re.compile(rf"(?<![\w.+-]){re.escape(words)}(?![\w-]|\.\w)", re.IGNORECASE)


def replaced(text: str, words: str, instead: str) -> str:
    """`text` with `instead` wherever these words stand for themselves."""
    return whole(words).sub(lambda _match: instead, text) if words else text


class File(NamedTuple):
    """A file that belongs to a record, in a storage of Django."""

    name: str  # as its person knows it
    storage: Any
    path: str  # its name in the storage


@dataclass(frozen=True)
class Record:
    """One thing that is held about a person, in words: `values` is {label: text}."""

    title: str
    at: datetime | date | None
    values: Mapping[str, str]
    files: tuple[File, ...] = ()


@dataclass
class Outcome:
    """How many rows an erasure deleted, kept without the person, and kept as they are."""

    deleted: int = 0
    blanked: int = 0
    retained: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.deleted + other.deleted, self.blanked + other.blanked, self.retained + other.retained)

    @property
    def is_empty(self) -> bool:
        return not (self.deleted or self.blanked or self.retained)


@dataclass(frozen=True)
class Rows:
    """The rows of one model that speak of a person, found by a key to their account or by their address.

    `personal` and `facts` are {field: label}; what is personal is blanked where an erasure keeps the row, a fact is only given to
    the person. An empty label stands for the field's own. `only` are further conditions of a query.
    """

    model: str  # "pages.ContactMessage"
    account: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    personal: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    at: str = ""  # the moment from which the term counts
    only: Q | None = None
    on_erasure: OnErasure | None = None  # where it differs from its kind's

    @property
    def model_class(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that hold personal data."""
        return (*self.account, *self.email, *self.personal, *self.files)

    def all(self) -> QuerySet:
        rows = self.model_class._base_manager.all()
        return rows.filter(self.only) if self.only is not None else rows

    def of(self, person: Person) -> QuerySet:
        condition = Q(pk__in=[])
        if person.account is not None:
            for name in self.account:
                condition |= Q(**{name: person.account})
        if person.email:
            for name in self.email:
                condition |= Q(**{f"{name}__iexact": person.email})
        rows = self.all().filter(condition)
        if person.until is None:
            return rows
        if self.at:
            return rows.filter(**{f"{self.at}__lte": person.until})
        return rows if person.account else rows.none()

    def record(self, row: models.Model, person: Person | None = None) -> Record:
        """`person`: to whom it is given. A thing that the row names is named to who may see it."""
        values, account = {}, person.account if person else None
        for name, label in {**dict.fromkeys(self.email, ""), **self.personal, **self.facts}.items():
            if text := _text_of(row, name, account):
                values[capfirst(str(label or row._meta.get_field(name).verbose_name))] = text
        stored = [getattr(row, name) for name in self.files]
        files = tuple(File(each.name.rsplit("/", 1)[-1], each.storage, each.name) for each in stored if each)
        title = capfirst(str(row._meta.verbose_name))
        return Record(title, getattr(row, self.at) if self.at else None, values, files)

    def blank(self, rows: QuerySet, person: Person) -> int:
        """Take the person out of these rows; gives of how many. A key to an account is only emptied where it is theirs."""
        count = rows.update(**dict.fromkeys((*self.email, *self.personal), "")) if self.email or self.personal else 0
        for name in self.account:
            emptied = self.all().filter(**{name: person.account}).update(**{name: None}) if person.account else 0
            count = max(count, emptied)
        return count


def delete_with_files(rows: QuerySet, file_fields: Iterable[str]) -> int:
    """Delete these rows; their files go once the transaction is committed. Gives the number of rows."""
    for name in file_fields:
        for row in rows.exclude(**{name: ""}).exclude(**{name: None}):
            stored = getattr(row, name)
            transaction.on_commit(partial(stored.storage.delete, stored.name), robust=True)
    count = rows.count()
    rows.delete()
    return count


def _text_of(row: models.Model, name: str, reader) -> str:
    value = getattr(row, name)
    if isinstance(value, AudienceMixin) and not (reader and value.author_id == reader.pk or value.is_workable_by(reader)):
        return str(_("une chose que la personne ne peut pas voir aujourd’hui"))
    if display := getattr(row, f"get_{name}_display", None):
        return str(display())
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return str(_("oui") if value else _("non"))
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, dict) or isinstance(value, list) and not all(isinstance(item, str | int | float) for item in value):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)


class Kind:
    """One kind of personal data. What it says is shown to people; `privacy.actions` and the clock call what it does."""

    key = ""  # stays the same for ever: the log of erasures names it
    title: Any = ""
    order = 50  # in the table, and in which an erasure goes: an account comes last, for the others are found by it
    people: People = People.ACCOUNTS
    categories: Any = ""  # which data
    purpose: Any = ""
    legal_basis: Basis = Basis.LEGITIMATE_INTEREST
    recipients: Recipients = Recipients.ADMINISTRATORS
    term: Any = ""  # how long it is kept
    lifetime: timedelta | None = None  # the clock deletes rows that are older, unless `expire` is written otherwise
    ends_by = ""  # what else carries the term out ("common.periodic.sweep_rate_counters"), where `expire` does not
    on_erasure = OnErasure.DELETE
    erasure: Any = ""  # what an erasure does where one word does not say it: why something stays, what goes with it
    correction = ""  # the name of the address where a person corrects it themselves
    rows: tuple[Rows, ...] = ()
    #: {model: fields} that hold personal data beyond `rows`, which the functions below look after.
    also: Mapping[str, tuple[str, ...]] = {}

    def of_person(self, person: Person) -> Iterator[Record]:
        """What is held about this person, oldest first; nothing about anybody else."""
        for rows in self.rows:
            for row in rows.of(person).order_by(*([rows.at] if rows.at else []), "pk").iterator(chunk_size=500):
                yield rows.record(row, person)

    def count(self, person: Person) -> int:
        """How many records `of_person` gives."""
        if type(self).of_person is Kind.of_person:
            return sum(rows.of(person).count() for rows in self.rows)
        return sum(1 for _record in self.of_person(person))

    def erase(self, person: Person) -> Outcome:
        """Delete it, take the person out of it, or keep it. Called inside a transaction, as often as one likes."""
        outcome = Outcome()
        for rows in self.rows:
            mine = rows.of(person)
            how = rows.on_erasure or self.on_erasure
            if how == OnErasure.DELETE:
                outcome.deleted += delete_with_files(mine, rows.files)
            elif how == OnErasure.BLANK:
                outcome.blanked += rows.blank(mine, person)
            else:
                outcome.retained += mine.count()
        return outcome

    def expire(self, now: datetime) -> int:
        """Delete what its term is over for; the number of rows."""
        if self.lifetime is None:
            return 0
        old = [(rows, rows.all().filter(**{f"{rows.at}__lt": now - self.lifetime})) for rows in self.rows if rows.at]
        return sum(delete_with_files(each, rows.files) for rows, each in old)

    @property
    def erasure_words(self) -> str:
        return str(self.erasure or self.on_erasure.label)

    @property
    def fields(self) -> dict[str, set[str]]:
        """{model: fields} that hold personal data of this kind."""
        fields: dict[str, set[str]] = {model: set(names) for model, names in self.also.items()}
        for rows in self.rows:
            fields.setdefault(rows.model, set()).update(rows.fields)
        return fields


_kinds: dict[str, Kind] = {}


def register(kind: type[Kind]) -> type[Kind]:
    """Class decorator. Two kinds cannot share a key."""
    if kind.key in _kinds and type(_kinds[kind.key]).__qualname__ != kind.__qualname__:
        raise ValueError(f"Two kinds of personal data are called {kind.key}")
    _kinds[kind.key] = kind()
    return kind


def kinds() -> list[Kind]:
    """All kinds, in order."""
    autodiscover_modules("personal_data")
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.key))


def count_all(person: Person) -> dict[str, int]:
    """How many records each kind gives about this person, by its key, as `Kind.count` says it: one query for all the tables of
    which nothing but rows is counted, so that the page of a person does not ask each in its turn."""
    plain = [kind for kind in kinds() if type(kind).of_person is Kind.of_person]
    counts = {kind.key: kind.count(person) for kind in kinds() if kind not in plain}
    queries = [
        # Names that no table has for a column of its own.
        rows.of(person)
        .order_by()
        .annotate(kind_key=Value(kind.key, CharField()))
        .values("kind_key")
        .annotate(rows_held=Count("pk"))
        for kind in plain
        for rows in kind.rows
    ]
    for answer in queries[0].union(*queries[1:], all=True) if queries else ():
        counts[answer["kind_key"]] = counts.get(answer["kind_key"], 0) + answer["rows_held"]
    return counts


# ---- cookies ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Cookie:
    """What the site leaves in a browser: a cookie, or an entry of its storage."""

    name: str
    purpose: Any
    lifetime: Any
    set_when: Any
    is_cookie: bool = True


_cookies: dict[str, Cookie] = {}


def register_cookie(cookie: Cookie) -> Cookie:
    _cookies[cookie.name] = cookie
    return cookie


def cookies() -> list[Cookie]:
    """All that the site leaves in browsers, cookies first."""
    autodiscover_modules("personal_data")
    return sorted(_cookies.values(), key=lambda cookie: (not cookie.is_cookie, cookie.name))
