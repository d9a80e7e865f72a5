"""A stored key that sorts as Danes sort, whatever collation the database was made with."""

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Lower, Replace

# Code points above "z", in the alphabet's order; see `samarbejde.danish.sort_key`.
_FROM, _TO = "ÆÄæäØÖøöÅåÉéÜü", "{{{{||||}}eeyy"


def danish_order(column: str) -> models.GeneratedField:
    """A generated column to order by; é as e, aa as å, then æ ø å last (DS 377)."""
    translated = Func(F(column), Value(_FROM), Value(_TO), function="translate")
    return models.GeneratedField(
        expression=Replace(Lower(translated), Value("aa"), Value("}")),
        output_field=models.CharField(max_length=200, db_collation="C"),
        db_persist=True,
    )
