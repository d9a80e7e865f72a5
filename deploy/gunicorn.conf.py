"""The web processes behind nginx. Settings that differ between machines come from portal.env."""

import os

bind = "unix:/run/samarbejde/web.sock"
umask = 0o007  # nginx is in the group
workers = int(os.environ.get("WEB_CONCURRENCY", 2 * (os.cpu_count() or 1)))
threads = 4
keepalive = 0  # nginx opens a connection for each request: none is closed under a form that is on its way
timeout = 90  # a draft's PDF is made while its reader waits, for 60 seconds at most
graceful_timeout = 75
control_socket_disable = True
logconfig_dict = {  # as the portal's own lines
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "samarbejde.log_lines.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
