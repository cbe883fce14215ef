from wagtail.snippets.models import register_snippet

from destination.agenda.viewsets import AgendaGroup

register_snippet(AgendaGroup)
