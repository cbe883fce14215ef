"""What the life of a proposal tells, and to whom."""

from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from accounts.models import Organisation
from common.translations import choose_version
from destination.agenda.models import event_state
from destination.agenda.permissions import may_change_event
from destination.agenda.presenters.event_cards import shown_place
from destination.agenda.schedule.sentences import schedule_in_words
from intranet.submissions.models import Decision
from notifications.registry import BUNDLE_TIME, UNDO_TIME, Notification, register, shorten

MOST_QUOTED = 90


class AboutEvent(Notification):
    """Shared by all: the subject is an event, the excerpt is the moderator's words or the event's own sentence."""

    subject_model = "agenda.Event"
    reads = ("words", "place__words", "commune")
    group = pgettext_lazy("réglages des notifications", "Agenda")
    audience_checked = False  # a proposal is not published: its recipients are named below
    is_replaced_by_later = True

    def sentence(self) -> str:
        return schedule_in_words(self.subject.schedule, get_language() or "fr")

    def excerpt(self) -> str:
        text = self.details.get("words")
        if not text:
            summary = self.subject.words_in()
            state = event_state(self.subject)
            where = _("En ligne") if state.is_online else self.place() or self.subject.commune
            reason = choose_version(self.subject.reasons, get_language())
            parts = (state.title_mark, reason, self.sentence(), where, summary and summary.summary)
            text = " · ".join(str(part) for part in parts if part)
            text = text[:1].upper() + text[1:]
        return shorten(text)

    def place(self):
        return self.subject.place

    def url(self) -> str:
        return reverse("submissions:history", args=[self.subject.pk])


class ToModerators(AboutEvent):
    permission = "agenda.moderate_event"
    to_see = False  # whether it stands in the list of what happened without a moderator

    def may_be_read_by(self, person) -> bool:
        """Not of what is among the colleagues of another office."""
        return super().may_be_read_by(person) and may_change_event(person, self.subject)

    def url(self) -> str:
        query = {"liste": "a-voir"} if self.to_see else {}
        return f"{reverse('submissions:queue')}?{urlencode(query | {'evenement': self.subject.pk})}"


class ToAuthor(AboutEvent):
    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member


@register
class EventProposed(ToModerators):
    asks_for_action = True
    code = "event_proposed"
    label = gettext_lazy("Un événement est proposé")

    def title(self) -> str:
        if self.details.get("change"):
            return _("%(person)s propose de modifier « %(title)s »") % self.names()
        return _("%(person)s propose « %(title)s »") % self.names()


@register
class EventChanged(ToModerators):
    """A trusted organisation published by itself."""

    bundle_for = BUNDLE_TIME
    weight = 1  # more than that there is a new event in one's territory
    code = "event_changed"
    label = gettext_lazy("Un événement est publié ou modifié sans relecture")
    to_see = True

    def title(self) -> str:
        if self.details.get("is_new"):
            return _("%(person)s a publié « %(title)s »") % self.names()
        return _("%(person)s a modifié « %(title)s »") % self.names()


class ToldToVisitors(ToModerators):
    """What visitors read at once. The author hears of it by a kind of their own."""

    held_for = UNDO_TIME
    bundle_for = BUNDLE_TIME
    weight = 1

    def recipients(self):
        return super().recipients().exclude(pk=self.subject.author_id)


@register
class EventCancelled(ToldToVisitors):
    weight = 2
    code = "event_cancelled"
    label = gettext_lazy("Un événement est annulé")
    headline = gettext_lazy("« %(title)s » est annulé")
    to_see = True


@register
class EventStateAnnounced(ToldToVisitors):
    code = "event_state"
    label = gettext_lazy("Un événement est reporté, complet ou déplacé, ou une date annulée")
    headline = gettext_lazy("%(person)s annonce un changement de « %(title)s »")
    to_see = True


class DecisionToAuthor(ToAuthor):
    """Of a moderator's decision, `decision` being its key."""

    held_for = UNDO_TIME
    is_answer = True


@register
class EventAccepted(DecisionToAuthor):
    code = "event_accepted"
    label = gettext_lazy("Mon événement est accepté")

    def title(self) -> str:
        is_change, is_corrected = self.details.get("change"), self.details.get("corrected")
        if is_change and is_corrected:
            return _("La modification de « %(title)s » est acceptée, avec une correction") % self.names()
        if is_change:
            return _("La modification de « %(title)s » est acceptée") % self.names()
        if is_corrected:
            return _("« %(title)s » est accepté, avec une correction") % self.names()
        return _("« %(title)s » est accepté") % self.names()

    def excerpt(self) -> str:
        """The moderator's words, then what they corrected; of a change that was taken as it was, what it changes."""
        changes = self.details.get("corrections") or self.details.get("changes") or ()
        corrections = [_correction_in_words(**correction) for correction in changes]
        text = " ".join([self.details.get("words", ""), *corrections]).strip()
        return shorten(text) if text else super().excerpt()


def _correction_in_words(label: str, before: str, after: str, language: str) -> str:
    names = {"label": label, "before": before, "after": after}
    if max(len(before), len(after)) > MOST_QUOTED or "\n" in before + after:
        return _("%(label)s : le texte est revu.") % names
    if not before:
        return _("%(label)s : « %(after)s » est ajouté.") % names
    if not after:
        return _("%(label)s : « %(before)s » est retiré.") % names
    return _("%(label)s : « %(before)s » devient « %(after)s ».") % names


@register
class EventSentBack(DecisionToAuthor):
    asks_for_action = True
    is_urgent = True
    code = "event_sent_back"
    label = gettext_lazy("Mon événement est à corriger")
    headline = gettext_lazy("« %(title)s » est à corriger")


@register
class EventRefused(DecisionToAuthor):
    is_urgent = True
    code = "event_refused"
    label = gettext_lazy("Mon événement est refusé")
    headline = gettext_lazy("« %(title)s » n’est pas retenu")


@register
class EventReopened(ToAuthor):
    """For an author who knew of the decision already."""

    is_answer = True
    is_urgent = True  # the refusal has left already
    code = "event_reopened"
    label = gettext_lazy("La décision sur mon événement est reprise")
    headline = gettext_lazy("« %(title)s » est de nouveau en attente : la décision a été reprise")


@register
class EventChangedForAuthor(ToAuthor):
    """A moderator or a colleague did it, `verb` says what, and `words` why."""

    HEADLINES = {
        Decision.Verb.CANCELLED: gettext_lazy("%(person)s a annulé « %(title)s »"),
        Decision.Verb.ANNOUNCED: gettext_lazy("%(person)s annonce un changement de « %(title)s »"),
        Decision.Verb.REMOVED: gettext_lazy("%(person)s a supprimé « %(title)s »"),
        Decision.Verb.RESTORED: gettext_lazy("%(person)s a rétabli « %(title)s »"),
    }
    held_for = UNDO_TIME
    is_answer = True
    is_urgent = True
    code = "event_changed_for_author"
    label = gettext_lazy("Quelqu’un annule, déplace ou supprime mon événement")

    def title(self) -> str:
        return self.HEADLINES[self.details.get("verb", Decision.Verb.ANNOUNCED)] % self.names()


@register
class CommentToAuthor(ToAuthor):
    is_answer = True
    asks_for_action = True
    is_urgent = True
    code = "event_comment_to_author"
    label = gettext_lazy("On me parle de mon événement")
    headline = gettext_lazy("%(person)s vous écrit au sujet de « %(title)s »")


@register
class CommentToModerators(ToModerators):
    is_answer = True
    asks_for_action = True
    code = "event_comment_to_moderators"
    label = gettext_lazy("Un auteur écrit à la modération")
    headline = gettext_lazy("%(person)s écrit au sujet de « %(title)s »")

    def url(self) -> str:
        return reverse("submissions:history", args=[self.subject.pk])


@register
class NewEventInTerritory(AboutEvent):
    """For the people of the offices that cover the commune, when they may see the event."""

    held_for = UNDO_TIME
    bundle_for = BUNDLE_TIME
    code = "new_event_in_territory"
    label = gettext_lazy("Un nouvel événement sur mon territoire")
    headline = gettext_lazy("Nouveau sur votre territoire : « %(title)s »")
    audience_checked = True

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member

    def recipients(self):
        people = get_user_model().objects.exclude(pk=self.subject.author_id)
        offices = Organisation.objects.filter(kind__in=Organisation.OF_MEMBERS, territories=self.subject.commune_id)
        return people.filter(organisation__in=offices) if self.subject.commune_id else people.none()

    def place(self):
        return shown_place(self.subject)  # who may see an event may not always see the place where it is

    def url(self) -> str:
        return self.subject.get_absolute_url()


# ---- notices that a step of the history closes -------------------------------------------------------------------------
Verb = Decision.Verb
DECISIONS = (EventAccepted, EventSentBack, EventRefused, EventReopened)
WITHOUT_MODERATOR = (EventChanged, EventCancelled, EventStateAnnounced)
DECIDED = (EventProposed, CommentToModerators, *DECISIONS)
#: What each step makes untrue, or does: nobody is told of it any more. What tells of the step itself comes after.
CLOSED_BY = {
    Verb.PROPOSED: (EventProposed, *DECISIONS),
    Verb.ACCEPTED: DECIDED,
    Verb.CORRECTED: DECIDED,
    Verb.SENT_BACK: DECIDED,
    Verb.REFUSED: DECIDED,
    Verb.PUBLISHED: DECIDED,
    Verb.REOPENED: DECISIONS,
    Verb.WITHDRAWN: (EventProposed, *DECISIONS),
    Verb.REMOVED: (*DECIDED, *WITHOUT_MODERATOR, NewEventInTerritory, CommentToAuthor),
    Verb.CANCELLED: (EventStateAnnounced,),
    Verb.RESTORED: (EventCancelled, EventChangedForAuthor),
    Verb.SEEN: WITHOUT_MODERATOR,
}
#: What somebody knows who reads the history of an event.
TOLD_BY_HISTORY = (*DECISIONS, EventChangedForAuthor, CommentToAuthor, CommentToModerators)
