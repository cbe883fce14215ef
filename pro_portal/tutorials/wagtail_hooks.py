from wagtail.snippets.models import register_snippet

from pro_portal.tutorials.viewsets import TutorialsGroup

register_snippet(TutorialsGroup)
