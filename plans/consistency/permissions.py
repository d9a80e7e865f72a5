from django.http import Http404

from councils.models import PoliceDistrict
from councils.register.offices import Person, offices
from plans.consistency.models import ListedWord, Waiver
from plans.document.models import Plan


def load_listed_word(district: PoliceDistrict, pk: int) -> ListedWord:
    found = ListedWord.objects.filter(district=district, pk=pk).first()
    if found is None:
        raise Http404
    return found


def load_waiver(plan: Plan, pk: int) -> Waiver:
    """One that this plan's check may have used, of a plan that is loaded already."""
    found = Waiver.objects.filter(council=plan.council_id, year__lte=plan.year, pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_keep_words(person: Person, plan: Plan) -> bool:
    """The lists are the district's: its secretariat keeps them, and no lokalråd's chair."""
    return plan.council.district_id in offices(person).secretariat_districts
