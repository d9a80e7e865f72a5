"""The tests' settings for a web server of its own, with static files as they stand in the checkout."""

from tests.settings import *  # noqa: F403

WHITENOISE_USE_FINDERS = True
