"""The one access rule (`common.access`) inside Wagtail's admin.

Wagtail asks a *permission policy* which rows of a kind somebody may work on: lists, choosers, edit pages, bulk actions, counters
and the admin API take their rows from there. The policies of what has an audience answer here, with the permission **and** the
rule. `common.middleware.CmsAccessMiddleware` asks them once more for each row that an address names, since some of Wagtail's
views take it from the table.
"""

from collections.abc import Iterator
from contextvars import ContextVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from wagtail.models import ModelLogEntry, Page, ReferenceIndex
from wagtail.models.audit_log import ModelLogEntryManager
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from common.access import EVERYTHING_KEY, AudienceMixin, reader_keys

#: Who works in the CMS now (`common.middleware.CmsAccessMiddleware`), for what Wagtail does without knowing its reader.
editor: ContextVar = ContextVar("editor", default=None)


class HidingPolicy:
    """Mixin of a permission policy: nobody has a permission for a row that is hidden from them."""

    def visible(self, user, rows: QuerySet) -> QuerySet:
        """Those of `rows` that are not hidden from `user`."""
        raise NotImplementedError

    def hides(self, user, row) -> bool:
        raise NotImplementedError

    def user_has_permission_for_instance(self, user, action, instance):
        return not self.hides(user, instance) and super().user_has_permission_for_instance(user, action, instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return not self.hides(user, instance) and super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        return self.visible(user, super().instances_user_has_any_permission_for(user, actions))


class AudiencePolicy(HidingPolicy):
    """For the models of `AudienceMixin`."""

    def visible(self, user, rows):
        condition = self.model.workable_q(user)
        # By its key: Wagtail's search takes no condition on columns that it does not index.
        return rows if condition is None else rows.filter(pk__in=self.model._base_manager.filter(condition).values("pk"))

    def hides(self, user, row):
        return not row.is_workable_by(user)


class DocumentPolicy(AudiencePolicy):
    """What members share with each other is chosen in the CMS, and changed and deleted where they share it: there it has
    versions, a bin, and people who may."""

    IN_THE_ROOM = ("change", "delete")

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if instance.shared_at is not None:
            actions = [action for action in actions if action not in self.IN_THE_ROOM]
        return bool(actions) and super().user_has_any_permission_for_instance(user, actions, instance)


class AudienceModelPolicy(AudiencePolicy, ModelPermissionPolicy):
    pass


class VisibleLogEntryManager(ModelLogEntryManager):
    """The report on what happened in the CMS names each thing: it tells nobody of things that are hidden from them."""

    def viewable_by_user(self, user):
        entries = super().viewable_by_user(user)
        if EVERYTHING_KEY in reader_keys(user):
            return entries
        for model in apps.get_models():
            if getattr(model, "is_for_administrators", False):
                entries = entries.exclude(content_type=ContentType.objects.get_for_model(model))
            if issubclass(model, AudienceMixin):
                of_model = Q(content_type=ContentType.objects.get_for_model(model))
                rows = model._base_manager.filter(model.workable_q(user))
                entries = entries.exclude(of_model & ~Q(object_id__in=_keys_as_text(rows)))
        return entries


def _keys_as_text(rows: QuerySet) -> QuerySet:
    return rows.annotate(key_as_text=Cast("pk", CharField())).values("key_as_text")


def visible_uses(references: QuerySet) -> QuerySet:
    """Of these rows of Wagtail's reference index, those found in things that are not hidden from who works in the CMS now; all of
    them where nobody does. Of a hidden use not even the number is given: one event more would tell of a private one."""
    reader = editor.get()
    if reader is None:
        return references
    kinds = {}
    for model in _indexed_models():
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
        kinds[kind.pk] = model
    references = references.filter(base_content_type__in=list(kinds))  # what is indexed no more is no use
    for kind, model in kinds.items():
        policy, rows = policy_of(model), model._base_manager.all()
        visible = policy.visible(reader, rows) if policy else rows
        if visible is not rows:
            references = references.exclude(Q(base_content_type=kind) & ~Q(object_id__in=_keys_as_text(visible)))
    return references


def _indexed_models() -> Iterator[type]:
    """The models in which Wagtail looks for references: pages as one, as its index has them."""
    yield Page
    yield from sorted((model for model in ReferenceIndex.indexed_models if not issubclass(model, Page)), key=str)


def count_visible_uses() -> None:
    """Once, when the apps are ready. Every place where Wagtail counts or names what uses a thing (lists, usage pages, side
    panels, confirmations, choosers) takes its rows from one of these three."""
    _leave_hidden_uses_out("get_references_to")
    _leave_hidden_uses_out("get_references_to_in_bulk")
    ReferenceIndex.usage_count_subquery = classmethod(_number_of_visible_uses)


def _leave_hidden_uses_out(name: str) -> None:
    theirs = getattr(ReferenceIndex, name).__func__
    setattr(ReferenceIndex, name, classmethod(lambda index, things: visible_uses(theirs(index, things))))


def _number_of_visible_uses(index, model) -> Coalesce:
    """For a query on `model`: in how many things each row is used."""
    uses = index.objects.filter(
        to_content_type=index._get_base_content_type(model), to_object_id=Cast(OuterRef("pk"), CharField())
    )
    things = visible_uses(uses).order_by().values("to_object_id").annotate(number=Count("object_id", distinct=True))
    return Coalesce(Subquery(things.values("number")), 0)


def give_rule(policy, rule: type[HidingPolicy]) -> None:
    """Let one of Wagtail's own policies follow `rule` too. Wagtail's modules import the policy itself, by its name, when they
    load: it stays the same object whatever was loaded before."""
    policy.__class__ = type(f"{rule.__name__}Of{type(policy).__name__}", (rule, type(policy)), {})


def give_rule_to_wagtail() -> None:
    """Once, when the apps are ready."""
    pictures, documents = _media_policies()
    give_rule(pictures, AudiencePolicy)
    give_rule(documents, DocumentPolicy)
    ModelLogEntry.objects.__class__ = VisibleLogEntryManager


def _media_policies() -> tuple:
    from wagtail.documents.permissions import permission_policy as documents  # these read their models when they load
    from wagtail.images.permissions import permission_policy as pictures

    return pictures, documents


def policy_of(model) -> HidingPolicy | None:
    """The policy that may hide rows of `model` from who works in the CMS; None where every row is for all of them."""
    if issubclass(model, Page):
        policy = page_permission_policy
    else:
        of_media = next((policy for policy in _media_policies() if policy.model is model), None)
        policy = of_media or getattr(getattr(model, "snippet_viewset", None), "permission_policy", None)
    return policy if isinstance(policy, HidingPolicy) else None
