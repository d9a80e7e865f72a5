from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import URLPattern
from simple_history.admin import SimpleHistoryAdmin

from councils.register.forms import (
    CouncilForm,
    ParticipationForm,
    PersonForm,
    TermForm,
    TermFormSet,
    TermOfOthersForm,
    UnitForm,
)
from councils.register.history import RegisterHistory
from councils.register.models import (
    Council,
    Figure,
    Forum,
    ForumParticipation,
    Membership,
    Municipality,
    OrganisationUnit,
    PoliceDistrict,
    PoliceStation,
    PreventionArea,
)
from samarbejde.accounts.admin import UserAdmin
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recorded_admin import RecordedAdmin
from samarbejde.site.administration import ForAdministrators, administration


class RegisterAdmin(RecordedAdmin, SimpleHistoryAdmin):
    """A table of the register, with its history to read; nothing is brought back from there."""

    object_history_template = "councils/register/history.html"
    show_full_result_count = False

    def get_urls(self) -> list[URLPattern]:
        return admin.ModelAdmin.get_urls(self)

    def revert_disabled(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return True

    def get_historical_record_context_helper(self, request: HttpRequest, record: object) -> RegisterHistory:
        return RegisterHistory(self.model, record)


class MembershipInline(ForAdministrators, admin.StackedInline):
    model = Membership
    form = TermOfOthersForm
    formset = TermFormSet
    verbose_name = "periode"
    verbose_name_plural = "perioder"
    extra = 1
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).select_related("user", "council", "municipality")


class MembershipOfPersonInline(MembershipInline):
    fields = [("council", "municipality"), ("role", "title", "side"), ("first_day", "last_day")]


class MemberOfCouncilInline(MembershipInline):
    fields = [("user", "municipality"), ("role", "title", "side"), ("first_day", "last_day")]
    autocomplete_fields = ["user"]


@admin.register(User, site=administration)
class PersonAdmin(UserAdmin):
    form = PersonForm
    inlines = [MembershipOfPersonInline, *UserAdmin.inlines]

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        asks = obj is not None and obj.is_active and Council.objects.led_by_alone(obj).exists()
        return [*UserAdmin.fields, *(["sure"] if asks else [])]


@admin.register(Council, site=administration)
class CouncilAdmin(RegisterAdmin):
    form = CouncilForm
    list_display = ["name", "kind", "district"]
    list_filter = ["kind", "district"]
    list_select_related = ["district"]
    search_fields = ["name"]
    inlines = [MemberOfCouncilInline]


class Term(admin.SimpleListFilter):
    title = "periode"
    parameter_name = "periode"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("nu", "I dag")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Membership]) -> QuerySet[Membership]:
        return queryset & Membership.objects.current() if self.value() == "nu" else queryset


@admin.register(Membership, site=administration)
class MembershipAdmin(RegisterAdmin):
    form = TermForm
    list_display = ["user", "role", "council", "first_day", "last_day"]
    list_filter = [Term, "role", "side", "council__kind", "council__district"]
    list_select_related = ["user", "council"]
    search_fields = ["user__name", "title", "council__name"]
    fields = ["user", "council", "role", "title", "side", "municipality", "first_day", "last_day"]
    autocomplete_fields = ["user"]

    @admin.display(description="fra og med", ordering="period")
    def first_day(self, membership: Membership) -> str:
        return date_text(membership.first_day)

    @admin.display(description="til og med")
    def last_day(self, membership: Membership) -> str:
        return date_text(membership.last_day) if membership.last_day else ""


class KeptBySecretariat(RegisterAdmin):
    """The secretariat writes in it too, and is told when it stands otherwise than it was seen."""

    def save_model(
        self,
        request: HttpRequest,
        obj: Figure | Forum | OrganisationUnit | PoliceStation,
        form: ModelForm,
        change: bool,
    ) -> None:
        obj.version += change
        super().save_model(request, obj, form, change)


class KeepsItsAddress(RegisterAdmin):
    """Addresses last for ever: what a row is called in them is written once."""

    kept: list[str]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return self.kept if obj else []


@admin.register(PoliceDistrict, site=administration)
class PoliceDistrictAdmin(KeepsItsAddress):
    list_display = ["name", "short_name"]
    search_fields = ["name"]
    kept = ["slug"]


@admin.register(Municipality, site=administration)
class MunicipalityAdmin(KeepsItsAddress):
    list_display = ["name", "code", "letters", "district"]
    list_filter = ["district"]
    list_select_related = ["district"]
    search_fields = ["name", "code"]
    kept = ["slug", "code", "letters"]


class ParticipationInline(ForAdministrators, admin.TabularInline):
    model = ForumParticipation
    form = ParticipationForm
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[ForumParticipation]:
        return super().get_queryset(request).select_related("municipality", "forum")


@admin.register(Forum, site=administration)
class ForumAdmin(KeptBySecretariat):
    list_display = ["name", "code", "district"]
    list_filter = ["district"]
    list_select_related = ["district"]
    search_fields = ["name", "code"]
    inlines = [ParticipationInline]


@admin.register(PreventionArea, site=administration)
class PreventionAreaAdmin(RegisterAdmin):
    list_display = ["name", "municipality", "from_year", "to_year", "meets_crime_criterion"]
    list_filter = ["municipality__district", "meets_crime_criterion"]
    list_select_related = ["municipality"]
    search_fields = ["name", "municipality__name"]


@admin.register(Figure, site=administration)
class FigureAdmin(KeptBySecretariat):
    list_display = ["table", "row", "value", "unit", "period", "year", "district", "source", "as_of"]
    list_filter = ["year", "district"]
    list_select_related = ["district"]
    search_fields = ["table", "row", "source"]


@admin.register(PoliceStation, site=administration)
class PoliceStationAdmin(KeptBySecretariat):
    list_display = ["name", "leader", "address", "district"]
    list_filter = ["district"]
    list_select_related = ["district"]
    search_fields = ["name", "leader", "address"]
    filter_horizontal = ["municipalities"]

    def get_deleted_objects(
        self, objs: Sequence[Any] | QuerySet[Any, Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """The stations alone: that a station covers a kommune is a row without a name."""
        _, _, lacking, protected = super().get_deleted_objects(objs, request)
        return [str(station) for station in objs], {"politistationer": len(objs)}, lacking, protected


@admin.register(OrganisationUnit, site=administration)
class OrganisationUnitAdmin(KeptBySecretariat):
    form = UnitForm
    list_display = ["name", "parent", "district", "position"]
    list_filter = ["district"]
    list_select_related = ["district", "parent"]
    search_fields = ["name"]
