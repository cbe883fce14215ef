from intranet.submissions.models.decisions import CannedReason, Claim, Decision
from intranet.submissions.models.drafts import CalendarImport, Draft, DraftToken
from intranet.submissions.models.workflow import ModerationTask
