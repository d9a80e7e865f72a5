from councils.models import Council, CouncilKind, Municipality, PoliceDistrict


def gather(lokalraad: int) -> PoliceDistrict:
    """The district that `populate` fills first, with so many of the country's lokalråd and no others."""
    district, other = PoliceDistrict.objects.order_by("pk")[:2]
    chosen = list(Municipality.objects.order_by("sort_key").values_list("pk", flat=True)[:lokalraad])
    local = Council.objects.filter(kind=CouncilKind.LOCAL)
    Municipality.objects.exclude(pk__in=chosen).update(district=other)
    local.exclude(municipality__in=chosen).update(district=other)
    Municipality.objects.filter(pk__in=chosen).update(district=district)
    local.filter(municipality__in=chosen).update(district=district)
    return district
