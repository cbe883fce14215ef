from accounts.models.invitations import Invitation, InvitationQuerySet
from accounts.models.people import (
    Organisation,
    Territory,
    User,
    UserManager,
    WorkGroup,
    load_work_groups,
    new_feed_key,
    new_session_mark,
)
