"""Who may import: the secretariat, in its own district. The loader is the access rule of the pages."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from councils.models import PoliceDistrict
from councils.register.offices import Person, offices
from plans.importing.models import ImportedDocument

ONLY_SECRETARIAT = "Kun sekretariatet kan indlæse en plan."


def importing_districts(person: Person) -> QuerySet[PoliceDistrict]:
    """The districts the person may import plans of; 403 when there is none."""
    own = offices(person).secretariat_districts
    if not own:
        raise PermissionDenied(ONLY_SECRETARIAT)
    return PoliceDistrict.objects.filter(pk__in=own)


def load_document(person: Person, pk: int) -> ImportedDocument:
    """The uploaded document: 404 outside its district, 403 within it for all but the secretariat."""
    found = ImportedDocument.objects.filter(pk=pk, district__in=offices(person).districts)
    found = found.select_related("district", "plan__council__district", "uploaded_by")
    document = found.defer("content").first()
    if document is None:
        raise Http404
    if document.district_id not in offices(person).secretariat_districts:
        raise PermissionDenied(ONLY_SECRETARIAT)
    return document
