from django.urls import path

from plans.yearly_account.views import accounts, steps

urlpatterns = [
    path("raad/<int:pk>/redegoerelser/", accounts.yearly_accounts, name="yearly-accounts"),
    path(
        "raad/<int:pk>/redegoerelser/liste.<slug:ending>",
        accounts.yearly_accounts_sheet,
        name="yearly-accounts-sheet",
    ),
    path("raad/<int:pk>/redegoerelser/<int:year>/ny/", steps.make_account, name="make-yearly-account"),
    path("redegoerelser/<int:pk>/", accounts.yearly_account, name="yearly-account"),
    path("redegoerelser/<int:pk>/redegoerelse.pdf", accounts.account_pdf, name="yearly-account-pdf"),
    path("redegoerelser/<int:pk>/redegoerelse.docx", accounts.account_word, name="yearly-account-word"),
    path("redegoerelser/<int:pk>/liste.<slug:ending>", accounts.account_sheet, name="yearly-account-sheet"),
    path("redegoerelser/<int:pk>/hent/", steps.refresh, name="refresh-yearly-account"),
    path("redegoerelser/<int:pk>/forelaeg/", steps.present, name="present-yearly-account"),
    path("redegoerelser/<int:pk>/tag-tilbage/", steps.take_back, name="take-back-yearly-account"),
    path("redegoerelser/<int:pk>/dele/<int:part_pk>/", accounts.edit_part, name="edit-account-part"),
    path("redegoerelser/<int:pk>/dele/<int:part_pk>/udkast/", steps.use_draft, name="use-account-draft"),
]
