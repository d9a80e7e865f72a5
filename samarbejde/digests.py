"""What content is named by."""

from django.db.models import CharField, Func


class Sha256(Func):
    """Of bytes, in hexadecimal digits, as the database computes it."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field = CharField()
