from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.auth import update_session_auth_hash
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime

from samarbejde import danish
from samarbejde.accounts import second_factor
from samarbejde.accounts.models import PersonalLink, User
from samarbejde.accounts.workflow import change_address, end_sessions, invite, turn_off_second_factor
from samarbejde.events.models import Event
from samarbejde.events.recorded_admin import RecordedAdmin
from samarbejde.forms.attempts import Attempt
from samarbejde.site.administration import ReadOnly


class PersonalLinkInline(ReadOnly, admin.TabularInline):
    model = PersonalLink
    fk_name = "user"
    fields = ["kind", "address", "created_at", "expires_at", "used_at", "ended_at", "sent_by"]
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[PersonalLink]:
        return super().get_queryset(request).select_related("sent_by")


class UserAdmin(RecordedAdmin):
    """People, without their passwords, which they choose themselves. Councils add their terms to it."""

    list_display = ["name", "email", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["name", "email"]
    fields = ["name", "email", "is_active", "is_staff", "date_joined", "last_login", "second_factor"]
    readonly_fields = ["date_joined", "last_login", "second_factor"]
    inlines = [PersonalLinkInline]
    actions = ["send_invitations", "turn_off_second_factors"]
    change_form_template = "accounts/admin_person.html"
    object_history_template = "accounts/admin_person_history.html"

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Nobody shuts themselves out."""
        own = ["is_active", "is_staff"] if obj is not None and obj == request.user else []
        return [*super().get_readonly_fields(request, obj), *own]

    def get_inlines(self, request: HttpRequest, obj: User | None) -> list[type[InlineModelAdmin]]:
        inlines = super().get_inlines(request, obj)
        written_to = obj is not None and obj.links.exists()
        return [inline for inline in inlines if written_to or inline is not PersonalLinkInline]

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        elif "email" in form.changed_data:
            self._change_address(request, obj, form)
        if change and not obj.is_active:
            end_sessions(obj)  # else they would go on when the person is let in again
        super().save_model(request, obj, form, change)

    def response_change(self, request: HttpRequest, obj: User) -> HttpResponse:
        if "_invite" in request.POST:
            self._invite(request, obj)
        if "_turn_off_second_factor" in request.POST:
            self._turn_off_second_factor(request, obj)
        return super().response_change(request, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """The events that tell of the person, which nobody can change."""
        person = self.get_object(request, object_id)
        events = Event.objects.about(person) if person else Event.objects.none()
        return super().history_view(request, object_id, {"events": events, **(extra_context or {})})

    @admin.action(description="Send invitation")
    def send_invitations(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for person in queryset:
            self._invite(request, person)

    @admin.display(description="totrinslogin")
    def second_factor(self, person: User) -> str:
        return second_factor.described(person)

    @admin.action(description="Slå totrinslogin fra (telefonen er tabt)")
    def turn_off_second_factors(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for person in queryset:
            self._turn_off_second_factor(request, person)

    def _turn_off_second_factor(self, request: HttpRequest, person: User) -> None:
        assert isinstance(request.user, User)
        with Attempt(request):
            turn_off_second_factor(person, by=request.user)
            messages.success(request, f"Totrinslogin er slået fra for {person}, som får besked i en e-mail.")

    def _change_address(self, request: HttpRequest, person: User, form: forms.ModelForm) -> None:
        assert isinstance(request.user, User)
        change_address(person, address=person.email, by=request.user)
        form.changed_data.remove("email")  # the event of that is written
        if person == request.user:
            update_session_auth_hash(request, person)
        if person.email and not person.has_password:
            messages.info(request, f"Links, som {person} fik på den gamle adresse, virker ikke mere.")

    def _invite(self, request: HttpRequest, person: User) -> None:
        assert isinstance(request.user, User)
        with Attempt(request):
            link = invite(person, by=request.user)
            last_day = danish.date_text(localtime(link.expires_at).date())
            messages.success(request, f"{person} er inviteret. Linket virker til {last_day}.")
