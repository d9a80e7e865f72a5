"""What stands in line apart from each other: a publication never waits for a slow mail server."""

from datetime import timedelta

MAIL, PDF = "mail", "pdf"
QUEUES = (MAIL, PDF)
LIMITS = {MAIL: timedelta(minutes=5), PDF: timedelta(minutes=3)}  # a task that takes longer hangs
