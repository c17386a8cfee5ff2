"""Django admin for the secretariat, one module per group of nouns."""

from allauth.account import admin as account_screens
from allauth.account.models import EmailAddress
from allauth.mfa import admin as step_screens
from allauth.mfa.models import Authenticator
from allauth.usersessions import admin as session_screens
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth import admin as group_screens
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from taggit import admin as tag_screens
from taggit.models import Tag

from network.admin.activities import ActivityAdmin
from network.admin.affiliations import AffiliationAdmin
from network.admin.associations import AssociationAdmin
from network.admin.deletions import DeletionAdmin
from network.admin.glossary import GlossaryTermAdmin, SearchSynonymsAdmin
from network.admin.help_lines import HelpLineAdmin
from network.admin.invitations import InvitationAdmin
from network.admin.lists import (
    ActivityKindAdmin,
    PopulationGroupAdmin,
    SettingAdmin,
    ThemeAdmin,
)
from network.admin.memory import (
    AgreementAdmin,
    AssemblyAdmin,
    MilestoneAdmin,
    SecretariatTermAdmin,
)
from network.admin.municipalities import MunicipalityAdmin, PartnerAdmin
from network.admin.organisations import OrganisationAdmin
from network.admin.people import AppointmentAdmin, UserAdmin
from network.admin.places import PlaceAdmin
from network.admin.questions import QuestionAdmin
from network.admin.takedowns import TakeDownAdmin
from network.admin.trail import AuditEntryAdmin

__all__ = [
    "ActivityAdmin",
    "ActivityKindAdmin",
    "AffiliationAdmin",
    "AgreementAdmin",
    "AppointmentAdmin",
    "AssemblyAdmin",
    "AssociationAdmin",
    "AuditEntryAdmin",
    "DeletionAdmin",
    "GlossaryTermAdmin",
    "HelpLineAdmin",
    "InvitationAdmin",
    "MilestoneAdmin",
    "MunicipalityAdmin",
    "OrganisationAdmin",
    "PartnerAdmin",
    "PlaceAdmin",
    "PopulationGroupAdmin",
    "QuestionAdmin",
    "SearchSynonymsAdmin",
    "SecretariatTermAdmin",
    "SettingAdmin",
    "TakeDownAdmin",
    "ThemeAdmin",
    "UserAdmin",
]

# What a person may do follows from appointments and confirmed addresses from
# invitations: neither groups nor addresses are edited by hand. Second steps and
# sessions are their owner's. Their modules are
# imported first so that there is a screen to take away.
OUT_OF_SIGHT = {
    group_screens: Group,
    account_screens: EmailAddress,
    step_screens: Authenticator,
    session_screens: UserSession,
    tag_screens: Tag,
}
for model in OUT_OF_SIGHT.values():
    if admin.site.is_registered(model):
        admin.site.unregister(model)

admin.site.site_title = _("Secretariat of RED-AMUPREV")
admin.site.site_header = _("Secretariat of RED-AMUPREV")
admin.site.index_title = _("What the network keeps")
# Lists with their filters need the whole width.
admin.site.enable_nav_sidebar = False
