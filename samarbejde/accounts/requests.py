from django.http import HttpRequest

from samarbejde.accounts.models import User


class LoggedInRequest(HttpRequest):
    """What a view behind `login_required` gets."""

    user: User
