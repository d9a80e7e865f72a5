from django.urls import path

from plans.comments import views

urlpatterns = [
    path("planer/<int:pk>/kommentarer/", views.plan_comments, name="plan-comments"),
    path(
        "planer/<int:pk>/afsnit/<int:section_pk>/kommentarer/",
        views.section_comments,
        name="section-comments",
    ),
    path("planer/<int:pk>/kommentarer/<int:comment_pk>/", views.comment, name="comment"),
    path("planer/<int:pk>/kommentarer/<int:comment_pk>/markering/", views.mark_comment, name="mark-comment"),
]
