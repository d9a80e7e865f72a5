from django.contrib import admin

from samarbejde.events.models import DeniedAttempts, Event
from samarbejde.site.administration import ReadOnly, administration


@admin.register(Event, site=administration)
class EventAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["at", "actor_name", "text", "verb"]
    list_filter = ["verb", ("at", admin.DateFieldListFilter)]
    search_fields = ["actor_name", "text"]
    fields = ["at", "actor_name", "verb", "text", "internal"]
    show_full_result_count = False


@admin.register(DeniedAttempts, site=administration)
class DeniedAttemptsAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["day", "person", "count"]
    list_filter = [("day", admin.DateFieldListFilter)]
    list_select_related = ["person"]
    search_fields = ["person__name"]
    fields = ["day", "person", "count"]
    show_full_result_count = False
