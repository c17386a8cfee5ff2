"""People and access: invitations, appointments, editors; this file only re-exports."""

from network.services.people.acceptance import accept_invitation
from network.services.people.appointments import (
    approve_appointment,
    deactivate,
    end_appointment,
)
from network.services.people.editors import (
    keep_all_editors_in_step,
    keep_editors_in_step,
    let_authors_add,
    pages_group,
)
from network.services.people.invitations import (
    invite,
    offer_made,
    reissue_for_lost_mailbox,
    renew_invitation,
    revoke_invitation,
)
from network.services.people.newcomers import (
    Newcomer,
    Problem,
    RowsRefused,
    problems_of,
)
from network.services.people.replacement import (
    Undone,
    current_staff,
    open_offers,
    reissue_letters,
    replace_staff,
    undo_replacement,
    undoable_until,
)
from network.services.people.secrets import (
    Opened,
    code_is_right,
    invitation_link,
    open_by_code,
    open_by_token,
)
from network.services.people.undoing import lately_ended, restore_appointment

__all__ = [
    "Newcomer",
    "Opened",
    "Problem",
    "RowsRefused",
    "Undone",
    "accept_invitation",
    "approve_appointment",
    "code_is_right",
    "current_staff",
    "deactivate",
    "end_appointment",
    "invitation_link",
    "invite",
    "keep_all_editors_in_step",
    "keep_editors_in_step",
    "lately_ended",
    "let_authors_add",
    "offer_made",
    "open_by_code",
    "open_by_token",
    "open_offers",
    "pages_group",
    "problems_of",
    "reissue_for_lost_mailbox",
    "reissue_letters",
    "renew_invitation",
    "replace_staff",
    "restore_appointment",
    "revoke_invitation",
    "undo_replacement",
    "undoable_until",
]
