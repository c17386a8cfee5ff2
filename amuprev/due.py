"""What recurs: each verb, and how often. `run_due` and the worker run them.

Each is a service that may run twice, or not at all for a week, without harm: it
looks at the records, does what is left to do and returns how much it changed.
"""

from datetime import timedelta

from amuprev.foundation import delivery, picture_upkeep, workers
from amuprev.foundation.recurring import Verb
from amuprev.site import posting, readers, searching, services, tables
from experiences.services import (
    discarding,
    facets,
    films,
    plans,
    removing,
    small_copies,
)
from municipio_seguro.services import consultations, publishing, recurring
from municipio_seguro.services import evidence as assessment_evidence
from network.services import (
    audit,
    deletions,
    evidence,
    exporting,
    held_posts,
    listing,
    people,
    pictures,
    questions,
    reminders,
    sessions,
    takedowns,
    trash,
)
from toolkit import packing
from toolkit.services import addresses as norm_addresses
from toolkit.services import checks as toolkit_checks
from toolkit.services import norms as toolkit_norms
from toolkit.services import reminders as toolkit_reminders
from twinnings.services import files as twinning_files
from twinnings.services import follow_ups, links, naming, sight
from twinnings.services import trash as twinnings_trash

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

DUE: tuple[Verb, ...] = (
    Verb("repeat-interrupted-tasks", workers.repeat_interrupted, MINUTE),
    Verb("repeat-failed-tasks", workers.repeat_failed, MINUTE),
    Verb("deliver-waiting-mail", delivery.deliver_waiting, MINUTE),
    Verb("seal-audit-trail", audit.seal_all, MINUTE),
    Verb("publish-scheduled", services.publish_scheduled, MINUTE),
    Verb("post-waiting-bulletins", posting.post_waiting, 10 * MINUTE),
    Verb("forget-unconfirmed-readers", readers.forget_unconfirmed, HOUR),
    Verb("list-what-is-due", listing.list_what_is_due, 10 * MINUTE),
    Verb("follow-affiliations", listing.follow_affiliations, HOUR),
    Verb("follow-owners-of-experiences", facets.follow_owners, HOUR),
    Verb("count-open-tables", tables.count_tables, MINUTE),
    Verb("fill-empty-search", searching.fill_when_empty, 10 * MINUTE),
    Verb("mend-search", searching.mend_search, HOUR),
    Verb("keep-editors-in-step", people.keep_all_editors_in_step, 10 * MINUTE),
    Verb("warn-of-consents", evidence.warn_of_consents, HOUR),
    Verb("end-consents", evidence.end_consents, HOUR),
    Verb("forget-removed-evidence", evidence.forget_removed_evidence, HOUR),
    Verb("forget-uncovered-photos", evidence.forget_uncovered, HOUR),
    Verb("forget-prepared-files", exporting.forget_prepared, HOUR),
    Verb("forget-held-forms", held_posts.sweep, HOUR),
    Verb("forget-ended-sessions", sessions.forget_ended, DAY),
    Verb("record-lapsed-appointments", reminders.record_lapsed_appointments, HOUR),
    Verb("remind-overdue-reviews", reminders.remind_of_overdue_reviews, DAY),
    Verb("remind-ending-appointments", reminders.remind_of_ending_appointments, DAY),
    Verb("remind-expiring-invitations", reminders.remind_of_expiring_invitations, DAY),
    Verb("forget-told", reminders.forget_told, DAY),
    Verb("end-picture-consents", pictures.end_picture_consents, HOUR),
    Verb("forget-unfinished-uploads", picture_upkeep.forget_unfinished_uploads, HOUR),
    Verb("draw-missing-small-copies", evidence.ask_for_missing_small, HOUR),
    Verb("sweep-evidence-files", evidence.sweep_evidence_files, DAY),
    Verb("end-film-consents", films.end_film_consents, HOUR),
    Verb("sweep-film-files", films.sweep_film_files, DAY),
    Verb("empty-trash", trash.empty_trash, HOUR),
    Verb("find-exchanges-that-are-due", sight.find_what_is_due, 10 * MINUTE),
    Verb("name-twinnings", naming.follow_names, HOUR),
    Verb("ask-follow-ups", follow_ups.ask_follow_ups, DAY),
    Verb("forget-officers", links.forget_officers, DAY),
    Verb("empty-discarded-twinnings", twinnings_trash.empty_discarded, HOUR),
    Verb("empty-files-of-twinnings", twinning_files.empty_removed_files, HOUR),
    Verb("close-consultations", consultations.close_due_consultations, 10 * MINUTE),
    Verb("forget-responses", recurring.forget_responses, DAY),
    Verb("follow-expired-assessments", publishing.follow_expiry, HOUR),
    Verb("remind-of-measures", recurring.remind_of_measures, DAY),
    Verb("warn-of-ending-covers", recurring.warn_of_transfers, DAY),
    Verb("empty-evidence-of-answers", assessment_evidence.empty_removed_evidence, HOUR),
    Verb("try-official-addresses", norm_addresses.try_addresses, 7 * DAY),
    Verb("build-packs", packing.build_packs, 10 * MINUTE),
    Verb("let-norms-stand", toolkit_norms.let_norms_stand, DAY),
    Verb("remind-of-agreements", toolkit_reminders.remind_of_agreements, DAY),
    Verb("empty-evidence-of-steps", toolkit_checks.empty_removed, HOUR),
    Verb("empty-plans", plans.empty_plans, HOUR),
    Verb("empty-discarded-experiences", discarding.empty_discarded, HOUR),
    Verb("empty-removed-files", removing.empty_removed, HOUR),
    Verb("draw-missing-small-photos", small_copies.draw_missing_small, HOUR),
    Verb("forget-deletions", deletions.forget_deletions, HOUR),
    Verb("tell-of-overdue-take-downs", takedowns.tell_of_overdue, HOUR),
    Verb("remind-of-missing-reasons", takedowns.remind_of_reasons, HOUR),
    Verb("forget-take-down-askers", takedowns.forget_askers, DAY),
    Verb("remind-of-waiting-questions", questions.remind_of_waiting, DAY),
    Verb("forget-question-askers", questions.forget_askers, DAY),
    Verb("forget-finished-tasks", workers.forget_finished, DAY),
    Verb("forget-finished-mail", delivery.forget_finished, DAY),
)
