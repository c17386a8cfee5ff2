"""Addresses: the workspace and the account beside Wagtail's page tree."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView
from django.views.i18n import JavaScriptCatalog
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from amuprev import views
from amuprev.doors import editors_only, nowhere, powerless
from amuprev.foundation.picture_views import picture
from amuprev.site import api_views, search_page, serving, sitemaps
from amuprev.site.cms_views import DeskAccount

# Both doors go through the one sign-in; set before the admin's addresses are read.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # allauth's documented way
# One way to change a password, counted and told to its owner.
setattr(  # noqa: B010  typed as a method
    admin.site,
    "password_change",
    RedirectView.as_view(pattern_name="account_change_password"),
)

# Asked for by the sign-in library when its own pages are opened too often.
handler500 = "amuprev.no_room.failed"
handler400 = "amuprev.views.not_understood"
handler429 = "amuprev.door_guard.too_many"

PEOPLE_LIST = "admin:network_user_changelist"
to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    # Asked for by browsers that read no page's head.
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(sitemap_views.index),
        {"sitemaps": sitemaps.SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        sitemaps.section_map,
        name="sitemap-section",
    ),
    path("admin/jsi18n/", JavaScriptCatalog.as_view(), name="javascript-catalog"),
    path("admin/", admin.site.urls),
    re_path("^cms/(?:login|password_reset)/", to_sign_in),
    re_path("^cms/failwhale/", nowhere),
    # Organisations are made in the secretariat's screens, never while a page is written.
    re_path("^cms/organisation_chooser/create/", nowhere),
    # It tells the address of the original, which has none; no screen asks for it.
    re_path("^cms/api/main/(?:images|documents)/", nowhere),
    path("cms/account/", editors_only(require_admin_access(DeskAccount.as_view()))),
    # People are kept in one place only.
    re_path("^cms/users/", RedirectView.as_view(pattern_name=PEOPLE_LIST)),
    path(
        "cms/",
        include(decorate_urlpatterns(wagtailadmin_urls.urlpatterns, editors_only)),
    ),
    path(
        "documents/",
        include(decorate_urlpatterns(wagtaildocs_urls.urlpatterns, powerless)),
    ),
    path("pictures/<str:name>", picture, name="picture"),
    path("films/", include("experiences.public_urls")),
    path("api/v1/", include("amuprev.site.api_urls")),
    path("api/", api_views.missing, name="api-nowhere"),
    path("api/<path:rest>", api_views.missing, name="api-nothing"),
]

urlpatterns += i18n_patterns(
    path(_("workspace/"), include("amuprev.site.urls")),
    path(_("workspace/"), include("network.urls")),
    path(_("workspace/"), include("twinnings.urls")),
    path(_("workspace/"), include("toolkit.urls")),
    path(_("workspace/"), include("experiences.film_urls")),
    path(_("workspace/"), include("experiences.urls")),
    path(_("workspace/"), include("municipio_seguro.urls")),
    path(_("account/"), include("network.account_urls")),
    path("", include("network.public_urls")),
    path("", include("twinnings.public_urls")),
    path("", include("municipio_seguro.public_urls")),
    path("", include("amuprev.site.public_urls")),
    path("", include("amuprev.site.feed_urls")),
    path(_("search/"), search_page.search, name="search"),
    path("", serving.serve_home),
    path("<area:word>/", serving.serve_area),
    path("<area:word>/<path:rest>", serving.serve_area),
    # Wagtail's own sign-in would be a second door, without our limits.
    path("_util/login/", to_sign_in),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
