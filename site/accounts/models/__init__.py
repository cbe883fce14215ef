from accounts.models.groups import Membership, WorkGroup, load_work_groups
from accounts.models.invitations import Invitation, InvitationQuerySet
from accounts.models.people import (
    Organisation,
    Territory,
    User,
    UserManager,
    new_feed_key,
    new_session_mark,
)
from accounts.models.profiles import LONGEST_HANDLE, Profile, Theme, make_profile, new_handle
