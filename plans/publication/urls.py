from django.urls import path

from plans.publication.views import publishing, signing

urlpatterns = [
    path("planer/<int:pk>/underskrifter/", signing.signatures, name="signatures"),
    path("planer/<int:pk>/underskrifter/igen/", signing.renew_signatures, name="renew-signatures"),
    path("planer/<int:pk>/underskrifter/uden-proevetryk/", signing.send_untried, name="send-untried"),
    path("planer/<int:pk>/offentliggoerelse/", publishing.publish_plan, name="publish-plan"),
    path("planer/<int:pk>/udkast.pdf", publishing.draft_pdf, name="draft-pdf"),
]
