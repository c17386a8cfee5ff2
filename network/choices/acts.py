"""What the audit trail can say happened: one code for each kind of act."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """How an act ended."""

    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")


class Act(TextChoices):
    """The kinds of act that the audit trail keeps."""

    # The activity log.
    ACTIVITY_STARTED = "activity.started", _("Started an activity")
    ACTIVITY_SAVED = "activity.saved", _("Saved an activity")
    ACTIVITY_DISCARDED = "activity.discarded", _("Discarded a draft")
    ACTIVITY_RESTORED = "activity.restored", _("Brought a discarded draft back")
    ACTIVITY_SUBMITTED = "activity.submitted", _("Sent an activity to review")
    ACTIVITY_RETURNED = "activity.returned", _("Returned an activity")
    ACTIVITY_APPROVED = "activity.approved", _("Approved an activity")
    ACTIVITY_WITHDRAWN = "activity.withdrawn", _("Withdrew an activity")
    ACTIVITY_REOPENED = "activity.reopened", _("Took an activity back to correct it")
    ACTIVITY_HIDDEN = "activity.hidden", _("Hid an activity from the public")
    ACTIVITY_SHOWN = "activity.shown", _("Showed an activity to the public again")
    ACTIVITY_TRANSLATED = "activity.translated", _("Wrote an activity's English")
    ACTIVITY_PROTECTED = "activity.protected", _("Protected a sensitive activity")
    PARTNERS_SAVED = "activity.partners", _("Saved the partners of an activity")
    # Evidence.
    EVIDENCE_ATTACHED = "evidence.attached", _("Attached a photo or document")
    EVIDENCE_DESCRIBED = "evidence.described", _("Described a photo or document")
    EVIDENCE_COVERED = "evidence.covered", _("Cropped or blurred a photo")
    EVIDENCE_UNCOVERED = "evidence.uncovered", _("Had a photo back as it was before")
    EVIDENCE_REMOVED = "evidence.removed", _("Removed a photo or document")
    EVIDENCE_RESTORED = "evidence.restored", _("Brought a photo or document back")
    EVIDENCE_HIDDEN = "evidence.hidden", _("Hid a photo or document from the public")
    EVIDENCE_SHOWN = "evidence.shown", _("Showed a photo or document again")
    CONSENT_RENEWED = "evidence.consent_renewed", _("Wrote a new consent")
    CONSENT_ENDED = "evidence.consent_ended", _("A consent ended")
    # Experiences.
    EXPERIENCE_STARTED = "experience.started", _("Started an experience")
    EXPERIENCE_SAVED = "experience.saved", _("Saved a section of an experience")
    EXPERIENCE_SUBMITTED = (
        "experience.submitted",
        _("Sent an experience to the editors"),
    )
    EXPERIENCE_RETURNED = "experience.returned", _("Returned an experience")
    EXPERIENCE_PUBLISHED = "experience.published", _("Published an experience")
    EXPERIENCE_WITHDRAWN = "experience.withdrawn", _("Withdrew an experience")
    EXPERIENCE_REOPENED = (
        "experience.reopened",
        _("Took an experience back to correct it"),
    )
    EXPERIENCE_HIDDEN = "experience.hidden", _("Hid an experience from the public")
    EXPERIENCE_SHOWN = "experience.shown", _("Showed an experience again")
    EXPERIENCE_DISCARDED = "experience.discarded", _("Discarded an experience")
    EXPERIENCE_RESTORED = (
        "experience.restored",
        _("Brought a discarded experience back"),
    )
    EXPERIENCE_FILE_REMOVED = (
        "experience.file_removed",
        _("Removed a file of an experience"),
    )
    EXPERIENCE_FILE_RESTORED = (
        "experience.file_restored",
        _("Brought a file of an experience back"),
    )
    # Films.
    FILM_STARTED = "film.started", _("Started a video record")
    FILM_SAVED = "film.saved", _("Saved what is said of a video")
    FILM_ATTACHED = "film.attached", _("Uploaded a video")
    FILM_TRACK_SAVED = "film.track", _("Saved the captions of a video")
    FILM_TRANSCRIBED = "film.transcribed", _("Saved what is said in a video")
    FILM_SUBMITTED = "film.submitted", _("Sent a video to the editors")
    FILM_RETURNED = "film.returned", _("Returned a video")
    FILM_PUBLISHED = "film.published", _("Published a video")
    FILM_WITHDRAWN = "film.withdrawn", _("Withdrew a video")
    FILM_REOPENED = "film.reopened", _("Took a video back to correct it")
    FILM_HIDDEN = "film.hidden", _("Hid a video from the public")
    FILM_SHOWN = "film.shown", _("Showed a video again")
    FILM_DISCARDED = "film.discarded", _("Discarded a video")
    FILM_RESTORED = "film.restored", _("Brought a discarded video back")
    FILM_TRACK_REMOVED = "film.track_removed", _("Removed the captions of a video")
    FILM_TRACK_RESTORED = (
        "film.track_restored",
        _("Brought the captions of a video back"),
    )
    FILM_CONSENT_ENDED = "film.consent_ended", _("The consent for a video ended")
    # Questions of readers.
    QUESTION_ASKED = "question.asked", _("Somebody asked an association")
    QUESTION_ANSWERED = "question.answered", _("Answered a question")
    QUESTION_CLOSED = "question.closed", _("Put a question aside")
    QUESTION_REOPENED = "question.reopened", _("Took a question up again")
    QUESTION_PUBLISHED = "question.published", _("Published a question")
    QUESTION_HIDDEN = "question.hidden", _("Took a question off the public pages")
    QUESTION_SHOWN = "question.shown", _("Showed a question to the public again")
    # Plans that adapt an experience.
    PLAN_STARTED = "plan.started", _("Started a plan from an experience")
    PLAN_SAVED = "plan.saved", _("Saved a part of a plan")
    PLAN_DISCARDED = "plan.discarded", _("Discarded a plan")
    PLAN_RESTORED = "plan.restored", _("Brought a discarded plan back")
    ADAPTATION_SAID = "adaptation.said", _("Said that an experience was adapted")
    ADAPTATION_UNSAID = "adaptation.unsaid", _("Stopped saying that it was adapted")
    ADAPTATION_SUBMITTED = (
        "adaptation.submitted",
        _("Sent what was changed to the association"),
    )
    ADAPTATION_RETURNED = "adaptation.returned", _("Returned what was changed")
    ADAPTATION_PUBLISHED = "adaptation.published", _("Published what was changed")
    ADAPTATION_WITHDRAWN = "adaptation.withdrawn", _("Withdrew what was changed")
    ADAPTATION_REOPENED = (
        "adaptation.reopened",
        _("Took what was changed back to correct it"),
    )
    ADAPTATION_HIDDEN = "adaptation.hidden", _("Hid an adaptation from the public")
    ADAPTATION_SHOWN = "adaptation.shown", _("Showed an adaptation again")
    # Take-down.
    TAKEDOWN_ASKED = "takedown.asked", _("Somebody asked to take something down")
    TAKEDOWN_HIDDEN = "takedown.hidden", _("Took something down")
    TAKEDOWN_KEPT = "takedown.kept", _("Answered a request and left it public")
    TAKEDOWN_REASONED = "takedown.reasoned", _("Wrote the reason of a take-down")
    # People and access.
    PERSON_INVITED = "person.invited", _("Invited a person")
    INVITATION_REISSUED = "invitation.reissued", _("Issued an invitation again")
    INVITATION_REVOKED = "invitation.revoked", _("Revoked an invitation")
    INVITATION_ACCEPTED = "invitation.accepted", _("Accepted an invitation")
    INVITATION_CODE_WRONG = "invitation.wrong_code", _("Wrote a wrong letter code")
    APPOINTMENT_ENDED = "appointment.ended", _("Ended an appointment")
    APPOINTMENT_RESTORED = "appointment.restored", _("Put an appointment back")
    STAFF_REPLACED = "staff.replaced", _("Replaced a whole staff")
    ACCESS_RESTORED = "person.new_address", _("Gave a person a new address")
    PERSON_DEACTIVATED = "person.deactivated", _("Deactivated a person")
    PERSON_REACTIVATED = "person.reactivated", _("Activated a person again")
    DETAILS_CHANGED = "person.details", _("Changed own name or language")
    # The door.
    SIGNED_IN = "door.signed_in", _("Signed in")
    SIGNED_OUT = "door.signed_out", _("Signed out")
    SIGN_IN_FAILED = "door.failed", _("Failed to sign in")
    SIGN_IN_SLOWED = "door.slowed", _("Was slowed down after many tries")
    SESSION_EXPIRED = "door.expired", _("A session reached its limit")
    SESSION_RESUMED = "door.resumed", _("Signed in again and went on")
    SESSION_ENDED = "door.session_ended", _("Ended another of their sessions")
    PASSWORD_CHANGED = "door.password_changed", _("Changed the password")
    PASSWORD_ASKED = "door.password_asked", _("Asked for a new password")
    PASSWORD_RESET = "door.password_reset", _("Chose a new password by mail")
    SECOND_STEP_ADDED = "door.second_step_added", _("Added a second step")
    SECOND_STEP_REMOVED = "door.second_step_removed", _("Removed a second step")
    SECOND_STEP_FAILED = "door.second_step_failed", _("Failed the second step")
    RECOVERY_CODES_MADE = "door.codes_made", _("Made new recovery codes")
    RECOVERY_CODE_USED = "door.code_used", _("Used a recovery code")
    SECOND_STEP_RESET = "door.second_step_reset", _("Reset a person's second step")
    ACCESS_REFUSED = "door.refused", _("Was refused a page")
    # What leaves the portal.
    LOG_EXPORTED = "export.log", _("Exported the activity log")
    ADMIN_EXPORTED = "export.admin", _("Exported records from the administration")
    TRAIL_EXPORTED = "export.trail", _("Exported the audit trail")
    FILE_DOWNLOADED = "export.file", _("Downloaded a private file")
    RECORDS_IMPORTED = "import.records", _("Imported records")
    # The secretariat's records.
    PLACE_SAVED = "place.saved", _("Saved a place")
    ORGANISATION_SAVED = "organisation.saved", _("Saved an organisation")
    MEMBERSHIP_SAVED = "membership.saved", _("Saved a membership of the network")
    AFFILIATION_SAVED = "affiliation.saved", _("Saved an affiliation")
    LIST_SAVED = "list.saved", _("Saved an entry of a list")
    INSTITUTIONAL_SAVED = "institutional.saved", _("Saved a record of the network")
    APPOINTMENT_SAVED = "appointment.saved", _("Saved an appointment")
    PERSON_SAVED = "person.saved", _("Saved a person")
    RECORD_DELETED = "record.deleted", _("Deleted a record")
    RECORD_RESTORED = "record.restored", _("Brought a deleted record back")
    RECORD_REVERTED = "record.reverted", _("Went back to an earlier version")
    HISTORY_READ = "history.read", _("Read a record's history")
    # The editors.
    PAGE_SAVED = "page.saved", _("Saved a page")
    PAGE_PUBLISHED = "page.published", _("Published a page")
    PAGE_UNPUBLISHED = "page.unpublished", _("Took a page off")
    PAGE_MOVED = "page.moved", _("Moved, copied or ordered a page")
    PAGE_DELETED = "page.deleted", _("Deleted a page")
    PAGE_WORKFLOW = "page.workflow", _("Moved a page through its review")
    PICTURE_SAVED = "picture.saved", _("Saved a picture of the library")
    DOCUMENT_SAVED = "document.saved", _("Saved a document of the library")
    EDITORS_OTHER = "editors.other", _("Another act in the editors' screens")
    # The machine.
    CONTENT_LOADED = "machine.content", _("Loaded the initial content")
    TOTALS_REPAIRED = "machine.totals", _("Repaired the totals")
    MEMBERSHIP_LAPSED = "machine.lapsed", _("An appointment reached its end")
    BACKUP_RESTORED = "machine.restored", _("Restored a backup")
