"""Who sees a thing: the fields of every form that asks it, in the work rooms and in the CMS.

A form takes `AudienceFormMixin`, declares `audience` and `audience_groups = WorkGroupsField()`, and calls
`offer_audience(person, thing)` when it is made; one over a model takes `AudienceModelFormMixin` and names both fields. It
offers the groups of that person, and those that the thing has already of which they may know. Groups of the thing that are
hidden from them, or in the bin, are neither shown nor lost: saving leaves them.
"""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import M2MFieldComparison
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel

from accounts.models import WorkGroup
from common.access import Audience
from common.forms import SeveralField
from common.forms.dropped_files import PictureForm, SharedDocumentForm
from common.forms.picture_words import AlternativesFormMixin
from common.permissions import editor

GROUP_DELETED = _(
    "Le groupe choisi est supprimé : tant que vous n’en choisissez pas un autre, seul l’auteur voit ce qui lui était destiné."
)


class WorkGroupsField(SeveralField):
    """Some of the groups that `offer_to` offers; `clean` gives them with those of the thing that are not shown."""

    default_error_messages = {
        "invalid_choice": _("Un des groupes choisis n’existe plus, ou vous n’en faites plus partie : choisissez parmi ceux-ci.")
    }

    def __init__(self, **options):
        options = {"label": _("Quels groupes"), "required": False} | options
        super().__init__(WorkGroup.objects.none(), **options)
        self.unseen: list[WorkGroup] = []
        self.may_be_empty = self.is_possible = False

    def offer_to(self, person, thing=None) -> None:
        """`thing` is what the form changes, None for a new one."""
        is_new = thing is None or not thing.pk
        present = [] if is_new else list(thing.audience_groups.all())
        named = [group for group in present if group.is_named_to(person)]
        self.unseen = [group for group in present if group not in named]
        self.queryset = WorkGroup.objects.present().filter(pk__in=person.work_group_ids | {group.pk for group in named})
        # Its groups are gone: it may stay so, for its author alone.
        self.may_be_empty = not is_new and thing.is_without_group
        self.is_possible = bool(person.work_group_ids or present or self.may_be_empty)
        if self.may_be_empty:
            self.help_text = GROUP_DELETED

    def clean(self, value):
        unseen = {str(group.pk) for group in self.unseen}
        shown = [key for key in value if str(key) not in unseen] if isinstance(value, list | tuple) else value
        return [*super().clean(shown), *self.unseen]


class AudienceFormMixin:
    """Of a form with an audience; `groups_name` is the name of its field of groups, which are forgotten with the word that needs
    them."""

    groups_name = "audience_groups"

    def offer_audience(self, person, thing=None, *, of_office: bool = True) -> None:
        """Leave out « my groups » where there is none to choose, and « my office » where the thing is of none."""
        self._offer_groups(person, thing)
        if not of_office:
            self._leave_out(Audience.PRIVATE)

    def _offer_groups(self, person, thing) -> None:
        groups = self.fields[self.groups_name]
        groups.offer_to(person, thing)
        if not groups.is_possible:
            self._leave_out(Audience.GROUP)
            del self.fields[self.groups_name]

    def _leave_out(self, audience: Audience) -> None:
        field = self.fields["audience"]
        field.choices = [choice for choice in field.choices if choice[0] != audience]

    def clean(self):
        cleaned = super().clean()
        if "audience" not in self.fields:  # a file that was dropped comes alone
            return cleaned
        field = self.fields.get(self.groups_name)
        if field is None or cleaned.get("audience") != Audience.GROUP:
            cleaned[self.groups_name] = []
        elif not cleaned.get(self.groups_name) and self.groups_name not in self.errors and not field.may_be_empty:
            self.add_error(self.groups_name, _("Choisissez au moins un groupe."))
        return cleaned


class AudienceModelFormMixin(AudienceFormMixin):
    """Of a form over a model with an audience: its field of groups is ours, its organisation may be another field."""

    def offer_audience(self, person, thing=None, *, of_office=True):
        if person is not None and {"audience", self.groups_name} <= set(self.fields):
            self.fields[self.groups_name] = WorkGroupsField()
            super().offer_audience(person, thing, of_office=of_office)


class NamedGroupsComparison(M2MFieldComparison):
    """Of two versions of a thing: only the groups that may be named to who works in the CMS."""

    def get_items(self):
        reader = editor.get()
        return tuple([group for group in groups if group.is_named_to(reader)] for groups in super().get_items())


class GroupsPanel(FieldPanel):
    def __init__(self, field_name="audience_groups", **options):
        super().__init__(field_name, **{"widget": forms.CheckboxSelectMultiple} | options)

    def get_comparison_class(self):
        return NamedGroupsComparison


class AudienceAdminForm(AudienceModelFormMixin, WagtailAdminModelForm):
    """The base of the forms of events, places and tutorials in the CMS."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_audience(self.for_user, self.instance)


class SharedPictureForm(AlternativesFormMixin, AudienceModelFormMixin, PictureForm):
    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.offer_audience(user, self.instance)


class DocumentForm(AudienceModelFormMixin, SharedDocumentForm):
    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.offer_audience(user, self.instance)
