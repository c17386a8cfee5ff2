"""Addresses: the workspace and the account beside Wagtail's page tree."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from django.views.i18n import JavaScriptCatalog
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from amuprev import views

# Both doors go through the one sign-in; set before the admin's addresses are read.
admin.site.login = secure_admin_login(admin.site.login)

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/jsi18n/", JavaScriptCatalog.as_view(), name="javascript-catalog"),
    path("admin/", admin.site.urls),
    path("cms/login/", to_sign_in),
    path("cms/password_reset/", to_sign_in),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

urlpatterns += i18n_patterns(
    path(_("workspace/"), include("amuprev.site.urls")),
    path(_("workspace/"), include("network.urls")),
    path(_("account/"), include("network.account_urls")),
    path(_("account/"), include("allauth.account.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
