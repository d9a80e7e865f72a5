import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Button, ButtonHolder, Fieldset, Layout, Row, Submit
from crispy_forms.utils import render_crispy_form
from django.template import Context, Template
from lxml import html

from samarbejde.forms.dkfds import FieldsHelper
from tests.look.forms import EveryControl


def drawn(form) -> html.HtmlElement:
    page = Template("{% load crispy_forms_tags %}{{ form|crispy }}").render(Context({"form": form}))
    return html.fromstring(f"<div>{page}</div>")


@pytest.fixture
def blank() -> html.HtmlElement:
    return drawn(EveryControl())


@pytest.fixture
def refused() -> html.HtmlElement:
    return drawn(
        EveryControl({"title": "", "reason": "<b>Fordi</b>", "deadline": "31-11-2026", "scope": "x"})
    )


def control(page, name):
    return page.xpath(f"//*[@name='{name}']")[0]


def test_every_control_has_a_label_and_the_design_systems_class(blank):
    for name in ("title", "reason", "deadline", "topic", "discussed", "file"):
        assert blank.xpath(f"//label[@for='{control(blank, name).get('id')}']"), name
    classes = {
        name: control(blank, name).get("class") for name in ("title", "reason", "topic", "scope", "discussed")
    }
    assert classes == {
        "title": "form-input",
        "reason": "form-input",
        "topic": "form-select",
        "scope": "form-radio",
        "discussed": "form-checkbox",
    }


def test_the_hint_is_tied_to_its_control(blank):
    title = control(blank, "title")
    assert blank.get_element_by_id(title.get("aria-describedby")).text_content() == "Kort og konkret"
    assert title.get("placeholder") is None
    group = blank.xpath("//fieldset[legend[contains(., 'Hvem gælder det?')]]")[0]
    assert blank.get_element_by_id(group.get("aria-describedby")).text_content() == "Vælg én"


def test_only_what_may_be_left_out_says_so(blank):
    """Where nothing is one of the choices, an answer is always given."""
    labels = [label.text_content() for label in blank.xpath("//label | //legend")]
    assert [text for text in labels if "(frivilligt)" in text] == [
        "Begrundelse (frivilligt)",
        "Bilag (frivilligt)",
    ]


def test_a_page_may_leave_the_word_out():
    """Where more is needed in the end than to save, as in a proposal that is a draft."""
    form = EveryControl()
    form.helper = FieldsHelper("reason", "file")
    assert "(frivilligt)" not in render_crispy_form(form)


def test_each_option_stands_before_its_own_label(blank):
    for option in blank.xpath("//input[@type='radio' or @type='checkbox']"):
        assert option.getnext().get("for") == option.get("id")


def test_an_error_is_said_at_the_control_and_ties_to_it(refused):
    deadline = control(refused, "deadline")
    assert deadline.get("aria-invalid") == "true"
    assert deadline.get("value") == "31-11-2026"
    said = refused.get_element_by_id(deadline.get("aria-describedby")).text_content()
    assert "Fejl: " in said
    assert "gyldig dato" in said
    assert "form-error" in deadline.getparent().get("class")


def test_the_summary_leads_to_every_control_in_error(refused):
    summary = refused.xpath("//*[@data-error-summary]")[0]
    assert summary.get("role") == "group"
    assert summary.get("tabindex") == "-1"
    links = [link.get("href")[1:] for link in summary.xpath(".//a")]
    assert links == ["id_title", "id_deadline", "id_topic", "id_scope_0", "id_parties_0", "id_discussed"]
    for target in links:
        assert refused.get_element_by_id(target).tag in ("input", "select", "textarea")
    assert "Titel: " in summary.xpath(".//a")[0].text
    assert summary.xpath(".//a")[3].text.startswith("Hvem gælder det? ")
    assert "Fristen er overskredet." in summary.text_content()


def test_a_blank_form_has_no_summary(blank):
    assert not blank.xpath("//*[@data-error-summary]")


def test_what_was_typed_comes_back_and_is_never_markup(refused):
    assert control(refused, "reason").text.strip() == "<b>Fordi</b>"
    assert not refused.xpath("//b")


def test_a_layout_with_rows_fieldset_and_buttons():
    helper = FormHelper()
    helper.layout = Layout(
        Row("title", "deadline"),
        Fieldset("Deltagere", "scope", "parties"),
        ButtonHolder(Submit("send", "Indsend"), Button("undo", "Fortryd")),
    )
    page = html.fromstring(render_crispy_form(EveryControl(), helper, {"csrf_token": "mærke"}))
    assert page.tag == "form"
    assert "novalidate" in page.attrib
    assert control(page, "csrfmiddlewaretoken").get("value") == "mærke"
    assert [legend.text for legend in page.xpath(".//fieldset[contains(@class, 'field-set')]/legend")] == [
        "Deltagere"
    ]
    buttons = [(b.get("name"), b.get("class"), b.text) for b in page.xpath(".//button[@name]")]
    assert buttons == [
        ("send", "button button-primary", "Indsend"),
        ("undo", "button button-secondary", "Fortryd"),
    ]


def test_a_filter_form_can_leave_out_the_word_optional():
    form = EveryControl()
    form.helper = FormHelper()
    form.helper.hide_optional = True
    assert "(frivilligt)" not in render_crispy_form(form)
