"""Addresses: the workspace and the account beside Wagtail's page tree."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from django.views.i18n import JavaScriptCatalog
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from amuprev import views
from amuprev.doors import editors_only
from amuprev.site import serving, sitemaps

# Both doors go through the one sign-in; set before the admin's addresses are read.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # allauth's documented way

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
        sitemap_views.index,
        {"sitemaps": sitemaps.SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        sitemap_views.sitemap,
        {"sitemaps": sitemaps.SITEMAPS},
        name="sitemap-section",
    ),
    path("admin/jsi18n/", JavaScriptCatalog.as_view(), name="javascript-catalog"),
    path("admin/", admin.site.urls),
    re_path("^cms/(?:login|password_reset)/", to_sign_in),
    # People are kept in one place only.
    re_path("^cms/users/", RedirectView.as_view(pattern_name=PEOPLE_LIST)),
    path(
        "cms/",
        include(decorate_urlpatterns(wagtailadmin_urls.urlpatterns, editors_only)),
    ),
    path("documents/", include(wagtaildocs_urls)),
]

urlpatterns += i18n_patterns(
    path(_("workspace/"), include("amuprev.site.urls")),
    path(_("workspace/"), include("network.urls")),
    path(_("account/"), include("network.account_urls")),
    path("", serving.serve_home),
    path("<area:word>/", serving.serve_area),
    path("<area:word>/<path:rest>", serving.serve_area),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
