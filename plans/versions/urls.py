from django.urls import path

from plans.versions import views, views_of_news

urlpatterns = [
    path("planer/<int:pk>/versioner/", views.plan_versions, name="plan-versions"),
    path("planer/<int:pk>/sammenlign/", views.compare_versions, name="compare-versions"),
    path("planer/<int:pk>/nyt/", views_of_news.plan_news, name="plan-news"),
    path("planer/<int:pk>/nyt/<uuid:lineage>/", views_of_news.write_news_line, name="write-news-line"),
]
