from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from samarbejde.accounts.demo import demo_people
from samarbejde.accounts.models import User
from samarbejde.form_choices import offer


class ChoosePasswordForm(forms.Form):
    password = forms.CharField(
        label="Adgangskode",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Mindst 12 tegn, og ikke et almindeligt ord. En sætning, som du kan huske, er god.",
    )
    repeated = forms.CharField(
        label="Adgangskode igen",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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


class DemoLoginForm(forms.Form):
    person = forms.ModelChoiceField(User.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", demo_people())
