"""People and access: invitations, appointments, editors; this file only re-exports."""

from network.services.people.acceptance import accept_invitation
from network.services.people.appointments import (
    approve_appointment,
    deactivate,
    end_appointment,
)
from network.services.people.editors import (
    editors_group,
    keep_all_editors_in_step,
    keep_editors_in_step,
)
from network.services.people.invitations import (
    invite,
    reissue_for_lost_mailbox,
    renew_invitation,
    revoke_invitation,
)
from network.services.people.secrets import (
    Opened,
    code_is_right,
    invitation_link,
    open_by_code,
    open_by_token,
)

__all__ = [
    "Opened",
    "accept_invitation",
    "approve_appointment",
    "code_is_right",
    "deactivate",
    "editors_group",
    "end_appointment",
    "invitation_link",
    "invite",
    "keep_all_editors_in_step",
    "keep_editors_in_step",
    "open_by_code",
    "open_by_token",
    "reissue_for_lost_mailbox",
    "renew_invitation",
    "revoke_invitation",
]
