from wagtail.snippets.models import register_snippet

from intranet.submissions.viewsets import CannedReasonViewSet

register_snippet(CannedReasonViewSet)
