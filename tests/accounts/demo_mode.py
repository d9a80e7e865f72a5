"""The portal's addresses as bin/demo serves them; named as ROOT_URLCONF by the tests of the demo's pages."""

from django.urls import include, path

from samarbejde.urls import handler403, handler429
from samarbejde.urls import urlpatterns as everywhere

__all__ = ["handler403", "handler429", "urlpatterns"]

urlpatterns = [path("demo/", include("samarbejde.accounts.demo_urls")), *everywhere]
