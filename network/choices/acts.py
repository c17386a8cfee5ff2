"""What the audit trail can say happened: one code for each kind of act."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
    VERSION_WITHHELD = "version.withheld", _("Withheld the words of a version")
    VERSION_TOLD = "version.told", _("Told the words of a version again")
    EXPERIENCE_DISCARDED = "experience.discarded", _("Discarded an experience")
    EXPERIENCE_RESTORED = "experience.restored", _("Brought an experience back")
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
    ADAPTATION_SUBMITTED = "adaptation.submitted", _("Sent what was changed")
    ADAPTATION_RETURNED = "adaptation.returned", _("Returned what was changed")
    ADAPTATION_PUBLISHED = "adaptation.published", _("Published what was changed")
    ADAPTATION_WITHDRAWN = "adaptation.withdrawn", _("Withdrew what was changed")
    ADAPTATION_REOPENED = (
        "adaptation.reopened",
        _("Took what was changed back to correct it"),
    )
    ADAPTATION_HIDDEN = "adaptation.hidden", _("Hid an adaptation from the public")
    ADAPTATION_SHOWN = "adaptation.shown", _("Showed an adaptation again")
    # Twinnings and their exchanges, which are sent, decided and hidden alike.
    TWINNING_STARTED = "twinning.started", _("Proposed a twinning")
    TWINNING_SAVED = "twinning.saved", _("Saved a twinning")
    TWINNING_MOVED = "twinning.moved", _("Changed the status of a twinning")
    TWINNING_RATIFIED = "twinning.ratified", _("Noted a ratification")
    TWINNING_SUBMITTED = (
        "twinning.submitted",
        _("Sent a twinning or exchange to review"),
    )
    TWINNING_RETURNED = "twinning.returned", _("Returned a twinning or exchange")
    TWINNING_APPROVED = "twinning.approved", _("Published a twinning or exchange")
    TWINNING_WITHDRAWN = "twinning.withdrawn", _("Withdrew a twinning or exchange")
    TWINNING_REOPENED = (
        "twinning.reopened",
        _("Took a twinning or exchange back to correct it"),
    )
    TWINNING_HIDDEN = "twinning.hidden", _("Hid a twinning or exchange")
    TWINNING_SHOWN = "twinning.shown", _("Showed a twinning or exchange again")
    TWINNING_DISCARDED = "twinning.discarded", _("Discarded a twinning or exchange")
    TWINNING_RESTORED = (
        "twinning.restored",
        _("Brought a discarded twinning or exchange back"),
    )
    TWINNING_FILED = "twinning.filed", _("Attached a file to a twinning or exchange")
    TWINNING_FILE_REMOVED = (
        "twinning.file_removed",
        _("Removed a file of a twinning or exchange"),
    )
    TWINNING_FILE_RESTORED = (
        "twinning.file_restored",
        _("Brought a file of a twinning or exchange back"),
    )
    EXCHANGE_STARTED = "exchange.started", _("Opened an exchange")
    EXCHANGE_SAVED = "exchange.saved", _("Saved an exchange")
    EXCHANGE_REPORTED = "exchange.reported", _("Reported an exchange")
    EXCHANGE_CANCELLED = "exchange.cancelled", _("Called an exchange off")
    EXCHANGE_CLEARED = "exchange.cleared", _("Published what was added to an exchange")
    COMMITMENT_ADDED = "commitment.added", _("Wrote down a commitment")
    COMMITMENT_SAVED = "commitment.saved", _("Changed a commitment")
    COMMITMENT_MET = "commitment.met", _("Said that a commitment was met")
    COMMITMENT_DROPPED = "commitment.dropped", _("Dropped a commitment")
    COMMITMENT_REOPENED = "commitment.reopened", _("Opened a commitment again")
    COMMITMENT_REMOVED = "commitment.removed", _("Took a commitment out")
    FOLLOW_UP_ASKED = "follow_up.asked", _("Asked how an exchange went on")
    FOLLOW_UP_ANSWERED = "follow_up.answered", _("Answered how an exchange went on")
    FACTS_ASKED = "facts.asked", _("Asked a counterpart to confirm facts")
    FACTS_CONFIRMED = "facts.confirmed", _("A counterpart answered about the facts")
    FACTS_SETTLED = "facts.settled", _("Dealt with what a counterpart said")
    LINK_REVOKED = "link.revoked", _("Took a signed link back")
    EXPERIENCE_LINKED = (
        "experience.linked",
        _("Said from which exchange an experience grew"),
    )
    # The toolkit: norms, policies, a municipality's body and its steps.
    NORM_CHANGED = "norm.changed", _("Said what a norm does to another")
    NORM_CHECKED = "norm.checked", _("Checked a norm against its publication")
    POLICY_SAVED = "policy.saved", _("Registered a prevention policy or plan")
    POLICY_PUBLISHED = "policy.published", _("Published a prevention policy or plan")
    POLICY_WITHDRAWN = "policy.withdrawn", _("Withdrew a prevention policy or plan")
    POLICY_HIDDEN = "policy.hidden", _("Hid a prevention policy or plan")
    POLICY_SHOWN = "policy.shown", _("Showed a prevention policy or plan again")
    BODY_SAVED = "body.saved", _("Saved a prevention body")
    BODY_SEAT = "body.seat", _("Saved or ended a seat of a prevention body")
    BODY_COMMISSION = "body.commission", _("Saved a sub-commission")
    BODY_SHARED = "body.shared", _("Decided whether the progress is public")
    MEETING_SAVED = "meeting.saved", _("Saved a meeting")
    MEETING_CANCELLED = "meeting.cancelled", _("Called a meeting off")
    AGREEMENT_SAVED = "agreement.saved", _("Saved an agreement of a meeting")
    AGREEMENT_SETTLED = "agreement.settled", _("Met or dropped an agreement")
    AGREEMENT_REMOVED = "agreement.removed", _("Took an agreement out")
    STEP_ANSWERED = "step.answered", _("Answered a step of the guide")
    STEP_EVIDENCE = "step.evidence", _("Added evidence of a step")
    STEP_EVIDENCE_REMOVED = "step.evidence_removed", _("Removed evidence of a step")
    STEP_EVIDENCE_RESTORED = (
        "step.evidence_restored",
        _("Brought evidence of a step back"),
    )
    # Municipio Seguro.
    INSTRUMENT_LOADED = "instrument.loaded", _("Loaded a version of the instrument")
    ASSESSMENT_OPENED = "assessment.opened", _("Opened an assessment")
    ASSESSMENT_CONSULTED = "assessment.consulted", _("Opened a consultation")
    ASSESSMENT_CALLED_OFF = "assessment.called_off", _("Called a consultation off")
    ASSESSMENT_AWAITING = "assessment.awaiting", _("Sent an assessment to validation")
    ASSESSMENT_RETURNED = "assessment.returned", _("Returned an assessment")
    ASSESSMENT_ACT_FILED = "assessment.act_filed", _("Filed a signed act")
    ASSESSMENT_VALIDATED = "assessment.validated", _("Validated an assessment")
    ASSESSMENT_PUBLISHED = "assessment.published", _("Published an assessment")
    ASSESSMENT_SUPERSEDED = (
        "assessment.superseded",
        _("An assessment was superseded by a newer one"),
    )
    ASSESSMENT_WITHDRAWN = "assessment.withdrawn", _("Withdrew an assessment")
    ASSESSMENT_CANCELLED = "assessment.cancelled", _("Cancelled an assessment")
    ASSESSMENT_HIDDEN = "assessment.hidden", _("Hid an assessment from the public")
    ASSESSMENT_SHOWN = "assessment.shown", _("Showed an assessment again")
    ASSESSMENT_ERRATUM = "assessment.erratum", _("Wrote an erratum")
    ASSESSMENT_CORRECTED = "assessment.corrected", _("Published an erratum")
    CONTEXT_SAVED = "context.saved", _("Saved the context figures")
    ANSWER_SAVED = "answer.saved", _("Saved an answer of an assessment")
    ANSWER_PROVED = "answer.proved", _("Changed the evidence of an answer")
    RESPONSES_SET_ASIDE = "responses.set_aside", _("Decided on a burst of responses")
    RESPONSES_DELETED = "responses.deleted", _("Deleted the raw responses")
    SESSION_TALLIED = "session.tallied", _("Entered the tallies of a group")
    SESSION_DROPPED = "session.dropped", _("Took out the tallies of a group")
    TEXT_DECIDED = "text.decided", _("Decided on a text of a consultation")
    GAP_REPLIED = "gap.replied", _("Replied to what the population sees")
    RISK_SAVED = "risk.saved", _("Saved a risk")
    RISK_RATED = "risk.rated", _("Rated a risk again")
    RISK_OPENED = "risk.opened", _("Changed who may read a risk")
    RISK_CLOSED = "risk.closed", _("Closed a risk")
    RISK_REOPENED = "risk.reopened", _("Put a closed risk back into the register")
    MEASURE_SAVED = "measure.saved", _("Saved a measure")
    MEASURE_MOVED = "measure.moved", _("Moved a measure")
    MEASURE_TOLD = "measure.told", _("Told how a measure goes")
    PLAN_HIDDEN = "plan.hidden", _("Hid a risk or measure from the public")
    PLAN_SHOWN = "plan.shown", _("Showed a risk or measure again")
    TRANSFER_SAVED = "transfer.saved", _("Saved a risk-transfer instrument")
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
