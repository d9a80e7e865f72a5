from django.contrib import admin

from samarbejde.administration import ReadOnly, administration
from samarbejde.events.models import Event


@admin.register(Event, site=administration)
class EventAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["at", "actor_name", "text", "verb"]
    list_filter = ["verb", ("at", admin.DateFieldListFilter)]
    search_fields = ["actor_name", "text"]
    fields = ["at", "actor_name", "verb", "text", "internal"]
    show_full_result_count = False
