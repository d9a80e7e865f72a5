from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from samarbejde.outbox.models import Message, Refusal
from samarbejde.outbox.workflow import try_again
from samarbejde.site.administration import ReadOnly, administration
from samarbejde.transitions import Refused


class Late(admin.SimpleListFilter):
    title = "forsinkelse"
    parameter_name = "forsinket"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("ja", "Har ventet i mere end en time")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Message]) -> QuerySet[Message]:
        return queryset & Message.objects.late() if self.value() == "ja" else queryset


class RefusalInline(ReadOnly, admin.TabularInline):
    model = Refusal
    fields = ["refused_at", "address", "answer"]
    extra = 0


@admin.register(Message, site=administration)
class MessageAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["queued_at", "address", "subject", "state", "attempts", "next_attempt_at", "sent_at"]
    list_filter = ["state", Late]
    search_fields = ["address", "subject"]
    fields = [
        *("address", "reply_to", "subject", "body", "queued_at", "state"),
        *("attempts", "next_attempt_at", "sent_at", "last_error"),
    ]
    inlines = [RefusalInline]
    actions = ["send_now"]
    show_full_result_count = False

    @admin.action(description="Send de valgte nu")
    def send_now(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        for message in queryset:
            try:
                try_again(message)
            except Refused as refusal:
                messages.error(request, f"{message}: {refusal}")
            else:
                messages.success(request, f"{message} sendes nu.")
