from accounts.models.groups import JoinRequest, Membership, WorkGroup, load_work_groups
from accounts.models.invitations import Invitation, InvitationQuerySet
from accounts.models.people import (
    Organisation,
    Territory,
    User,
    UserManager,
    new_feed_key,
    new_session_mark,
    organisation_name,
    person_name,
)
from accounts.models.profiles import (
    LONGEST_HANDLE,
    Profile,
    Theme,
    colleagues_of,
    make_profile,
    name_with_office,
    new_handle,
    private_storage,
)
