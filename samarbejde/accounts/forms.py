import time

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, SetPasswordForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, QueryDict

from samarbejde.accounts.demo import demo_people
from samarbejde.accounts.email_addresses import as_kept
from samarbejde.accounts.models import User
from samarbejde.accounts.passwords import LONGEST, HardToGuessValidator
from samarbejde.accounts.workflow import send_new_password_link
from samarbejde.forms.choices import offer

ANSWERED_AFTER = 0.2  # seconds: longer than writing a letter takes
GOOD_PASSWORD = f"Mindst 12 tegn. {HardToGuessValidator().get_help_text()}"


class ChoosePasswordForm(forms.Form):
    password = forms.CharField(
        label="Adgangskode",
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=GOOD_PASSWORD,
    )
    repeated = forms.CharField(
        label="Adgangskode igen",
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, person: User, typed: QueryDict | None = None) -> None:
        super().__init__(typed)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password

    def clean(self) -> None:
        super().clean()
        password, repeated = self.cleaned_data.get("password"), self.cleaned_data.get("repeated")
        if password and repeated and password != repeated:
            self.add_error("repeated", "De to adgangskoder er ikke ens. Skriv dem igen.")


class ChangeOwnPasswordForm(ChangePasswordForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = GOOD_PASSWORD


class SetOwnPasswordForm(SetPasswordForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = GOOD_PASSWORD


class LoginByAddressForm(LoginForm):
    """However it was typed, failed logins are counted for the one address."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # allauth's link to a new one: ours stands below the button

    def clean_login(self) -> str:
        return as_kept(self.cleaned_data["login"]) or ""


class ForgottenPasswordForm(ResetPasswordForm):
    """An address that belongs to nobody gets the same answer, after the same time, and no mail."""

    def clean_email(self) -> str:
        return as_kept(self.cleaned_data["email"]) or ""

    def save(self, request: HttpRequest, **kwargs: object) -> str:
        answered = time.monotonic() + ANSWERED_AFTER
        email: str = self.cleaned_data["email"]
        person = User.objects.with_address(email).filter(is_active=True).first()
        if person:
            send_new_password_link(person)
        time.sleep(max(0, answered - time.monotonic()))
        return email


class DemoLoginForm(forms.Form):
    person = forms.ModelChoiceField(User.objects.none())

    def __init__(self, typed: QueryDict | None = None) -> None:
        super().__init__(typed)
        offer(self, "person", demo_people())
