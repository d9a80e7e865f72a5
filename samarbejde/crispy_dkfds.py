"""Layout objects of the design system that crispy-forms does not have."""

from crispy_forms.layout import Submit


class Action(Submit):
    """A button that sends the form, e.g. `Action("save", "Gem kladde", "secondary")`.

    The variants are the design system's: primary, secondary, tertiary, warning.
    """

    def __init__(self, name: str, text: str, variant: str = "primary", **attributes: str) -> None:
        super().__init__(name, text, **attributes)
        self.variant = variant
