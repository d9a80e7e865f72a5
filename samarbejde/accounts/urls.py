from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as devices
from django.urls import path
from django.views.generic import RedirectView

from samarbejde.accounts import views

# Of allauth's pages those that an invited person needs: nobody signs up or changes their e-mail themselves.
urlpatterns = [
    # in and out
    path("log-ind/", account.login, name="account_login"),
    path("log-ud/", account.logout, name="account_logout"),
    path("udloeb/", views.login_end, name="login-end"),
    path("bekraeft/", account.reauthenticate, name="account_reauthenticate"),
    path("spaerret/", account.account_inactive, name="account_inactive"),
    # a new person
    path("invitation/<str:token>/", views.accept_invitation, name="accept-invitation"),
    path("ny-bruger/", account.signup, name="account_signup"),
    # password
    path("adgangskode/", account.password_change, name="account_change_password"),
    path("adgangskode/vaelg/", account.password_set, name="account_set_password"),
    path("glemt-adgangskode/", account.password_reset, name="account_reset_password"),
    path("glemt-adgangskode/sendt/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "glemt-adgangskode/valgt/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("glemt-adgangskode/<str:token>/", views.choose_new_password, name="choose-new-password"),
    # second factor
    path("totrin/", views.OwnAccount.as_view(), name="mfa_index"),
    path("totrin/vaelg/", views.choose_second_factor, name="choose-second-factor"),
    path("totrin/nej-tak/", views.decline_second_factor, name="decline-second-factor"),
    path("totrin/log-ind/", second_factor.authenticate, name="mfa_authenticate"),
    path("totrin/bekraeft/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("totrin/app/til/", totp.activate_totp, name="mfa_activate_totp"),
    path("totrin/app/fra/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("totrin/koder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("totrin/koder/nye/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("totrin/koder/hent/", views.download_recovery_codes, name="mfa_download_recovery_codes"),
    # passkeys
    path("totrin/noegler/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("totrin/noegler/ny/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("totrin/noegler/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("totrin/noegler/<int:pk>/slet/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("totrin/noegler/log-ind/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "totrin/noegler/bekraeft/",
        views.ConfirmWithPasskey.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    # how one writes
    path("nyheder/", views.gather_news, name="gather-news"),
    path("gem-undervejs/", views.save_while_writing, name="save-while-writing"),
    # where one is logged in
    path("enheder/", devices.list_usersessions, name="usersessions_list"),
]
