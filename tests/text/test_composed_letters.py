"""A letter is one character wherever it is typed and looked for: å is found however a Mac wrote it."""

from django import forms
from django.urls import get_resolver, reverse

from samarbejde.accounts.models import User
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField
from tests.making import a_plan, an_edition, section

APART, ONE = "A\u030ase Bja\u0308lke", "Åse Bjälke"
NO_OFFICES = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}


def test_every_form_reads_words_with_a_field_that_composes_them():
    assert get_resolver().url_patterns, "with them every form is there"
    ours = (form for form in _all_forms(forms.Form) if form.__module__.startswith(("plans.", "councils.")))
    loose = [
        f"{form.__name__}.{name}"
        for form in ours
        for name, field in form.base_fields.items()
        if type(field) is forms.CharField and not field.widget.is_hidden
    ]
    assert loose == []
    assert {LineField, TextField, RichTextField} <= {
        type(field) for form in _all_forms(forms.Form) for field in form.base_fields.values()
    }


def _all_forms(kind: type) -> set[type]:
    return {
        form
        for direct in kind.__subclasses__()
        for form in (direct, *_all_forms(direct))
        if hasattr(form, "base_fields")
    }


def test_the_fields_compose():
    class Form(forms.Form):
        line, text, rich = LineField(), TextField(), RichTextField()

    form = Form(dict.fromkeys(("line", "text", "rich"), APART))
    assert form.is_valid()
    assert form.cleaned_data == {"line": ONE, "text": ONE, "rich": f"<p>{ONE}</p>"}


def test_so_does_the_administration_which_finds_either(cast, as_user):
    browser = as_user(cast.administrator)
    browser.post(
        reverse("admin:accounts_user_add"), {"name": APART, "email": "aase@example.org"} | NO_OFFICES
    )
    assert User.objects.get(email="aase@example.org").name == ONE
    for typed in (APART, ONE):
        assert ONE in browser.get(reverse("admin:accounts_user_changelist"), {"q": typed}).text


def test_citizens_find_either(cast, client):
    plan = a_plan(cast.kredsraad())
    section(plan, "Nøglepersoner", f"<p>{ONE} leder arbejdet.</p>")
    an_edition(plan)
    for typed in ("Bja\u0308lke", "Bjälke"):
        assert "Nøglepersoner" in client.get(reverse("search"), {"q": typed}).text
