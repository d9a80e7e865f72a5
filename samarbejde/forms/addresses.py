"""A form field for an address on the web that readers are to be led to."""

from typing import Any

from django import forms
from django.core.validators import URLValidator


class AddressField(forms.URLField):
    """Where readers can look it up: a page on the web, and nothing else."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, required=False, assume_scheme="https", **kwargs)
