from django.urls import path

from plans.desk.views import board, pages, starting, undoing

urlpatterns = [
    path("", pages.desk, name="desk"),
    path("afvist-post/", pages.refused_mail, name="refused-mail"),
    path("afvist-post/<int:pk>/send-igen/", pages.send_again, name="send-again"),
    path("planer/", pages.plans, name="plans"),
    path("planer/ny/", starting.start_plan, name="start-plan"),
    path("planer/<int:pk>/", pages.plan, name="plan"),
    path("planer/<int:pk>/tavle/", board.plan_board, name="plan-board"),
    path("planer/<int:pk>/tavle/liste.<slug:ending>", board.board_sheet, name="board-sheet"),
    path("planer/<int:pk>/haendelser/", pages.plan_events, name="plan-events"),
    path("planer/<int:pk>/slet/", undoing.delete_plan, name="delete-plan"),
    path("planer/<int:pk>/fortryd-udgave/", undoing.cancel_edition, name="cancel-edition"),
]
