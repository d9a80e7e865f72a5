from django.urls import path

from councils.minutes.views import reading, writing

MEETING = "moeder/<int:pk>"
POINT = f"{MEETING}/referat/<int:item_pk>"

urlpatterns = [
    path(f"{MEETING}/fremmoede/", writing.tell_attendance, name="tell-attendance"),
    path(f"{MEETING}/referat/", reading.minutes, name="minutes"),
    path(f"{MEETING}/referat.pdf", reading.minutes_paper, name="minutes-pdf"),
    path(f"{MEETING}/referat/send/", writing.send_minutes, name="send-minutes"),
    path(f"{MEETING}/referat/tag-tilbage/", writing.take_back, name="take-back-minutes"),
    path(f"{MEETING}/referat/godkend/", writing.approve, name="approve-minutes"),
    path(f"{MEETING}/referat/offentliggoer/", writing.publish_minutes, name="publish-minutes"),
    path(f"{MEETING}/referat/bilag/", writing.choose_files, name="choose-public-files"),
    path(f"{POINT}/", writing.write_point, name="write-point"),
    path(f"{POINT}/bemaerkning/", reading.remark, name="remark-on-minutes"),
    path(f"{POINT}/ret/", writing.correct, name="correct-minutes"),
    path(f"{MEETING}/bemaerkninger/<int:remark_pk>/svar/", writing.answer_remark, name="answer-remark"),
]
