import os
import sys

from django.core.wsgi import get_wsgi_application

from samarbejde.obstacle import Obstacle

GUNICORN_GIVES_UP = 3  # after any other exit code it starts a new worker, again and again

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbejde.settings")
try:
    application = get_wsgi_application()
except Obstacle as obstacle:
    sys.stderr.write(f"{obstacle}\n")
    sys.exit(GUNICORN_GIVES_UP)
