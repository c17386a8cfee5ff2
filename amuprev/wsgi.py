"""The door through which a web server reaches the portal."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amuprev.settings")
application = get_wsgi_application()
