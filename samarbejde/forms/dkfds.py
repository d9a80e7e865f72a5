"""What crispy-forms does not have of the design system."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout


class FieldsHelper(FormHelper):
    """These fields in this order, without a form around them: the page has that, and its buttons."""

    form_tag = False
    disable_csrf = True

    def __init__(self, *fields: object) -> None:
        super().__init__()
        self.hide_optional = True  # on the instance: crispy-forms hands no attribute of a class to templates
        self.layout = Layout(*fields)
