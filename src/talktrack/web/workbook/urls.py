"""The addresses of the workbook: the stages in the order of the journey, each in the words of `engine.STAGES`.

Order within a stage: fixed words ("new/", "draft/") before names of records.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import (
    accomplishment,
    alignment,
    bringing,
    converse,
    calendar,
    calendars,
    evidence,
    goals,
    history,
    later,
    margin,
    meeting,
    more,
    organisation,
    outgoing,
    packing,
    paths,
    prepare,
    recap,
    reflect,
    search,
    start,
    today,
    undoing,
    you,
)

_BEGINNING: list[URLPattern | URLResolver] = [
    path("", today.home, name="home"),
    path("start/", start.start, name="start"),
    path("start/agenda/", start.agenda, name="first-agenda"),
    path("start/agenda/<slug:question>/", start.answer),
    path("start/agenda/<slug:question>/skip/", start.pass_by),
    path("today/", today.today, name="today"),
    path("today/refuse/<slug:name>/", today.refuse),
    path("journey/", today.walk, name="journey"),
    path("undo/<str:token>/", undoing.undo, name="undo"),
]
_REFLECT: list[URLPattern | URLResolver] = [
    path("reflect/", reflect.reflect, name="reflect"),
    path("reflect/prompt/<slug:prompt>/", reflect.answer),
    path("reflect/prompt/<slug:prompt>/skip/", reflect.pass_by),
    path("reflect/more/", reflect.more),
    path("reflect/theme/<str:word>/<slug:verb>/", reflect.theme),
    path("reflect/vision/", reflect.vision, name="vision"),
    path("reflect/vision/draft/", reflect.vision_draft),
    path("reflect/<slug:name>/", reflect.one, name="answer"),
    path("reflect/<slug:name>/draft/", reflect.draft),
    path("reflect/<slug:name>/delete/", reflect.delete),
    path("reflect/<slug:name>/history/", reflect.history),
    path("reflect/<slug:name>/history/<int:version>/", reflect.again),
]
_EVIDENCE: list[URLPattern | URLResolver] = [
    path("evidence/", evidence.evidence, name="evidence"),
    path("evidence/draft/", evidence.draft),
    path("evidence/use/<slug:rule>/", evidence.use),
    path("evidence/dismiss/<slug:rule>/", evidence.dismiss),
    path("evidence/<slug:name>/", accomplishment.one, name="accomplishment"),
    path("evidence/<slug:name>/draft/", accomplishment.draft),
    path("evidence/<slug:name>/use/<slug:rule>/", accomplishment.use),
    path("evidence/<slug:name>/say/<slug:verb>/", evidence.say),
    path("evidence/<slug:name>/delete/", accomplishment.delete),
    path("evidence/<slug:name>/history/", accomplishment.history),
    path("evidence/<slug:name>/history/<int:version>/", accomplishment.again),
    path("margin/<slug:rule>/<path:about>/", margin.decide),
]
_GOALS: list[URLPattern | URLResolver] = [
    path("goals/", goals.goals, name="goals"),
    path("goals/new/", goals.new, name="new-goal"),
    path("goals/new/draft/", goals.draft),
    path("goals/new/use/<slug:rule>/", goals.use),
    path("goals/<slug:name>/", goals.one, name="goal"),
    path("goals/<slug:name>/draft/", goals.draft),
    path("goals/<slug:name>/use/<slug:rule>/", goals.use),
    path("goals/<slug:name>/delete/", goals.delete),
    path("goals/<slug:name>/history/", goals.history),
    path("goals/<slug:name>/history/<int:version>/", goals.again),
]
_ORGANISATION: list[URLPattern | URLResolver] = [
    path("organisation/", organisation.organisation, name="organisation"),
    path("organisation/read/<int:number>/<slug:verb>/", organisation.decide),
    *organisation.FILED.routes(),
    path("organisation/<slug:name>/goal/", organisation.goal),
    path("alignment/", alignment.alignment, name="alignment"),
    path("alignment/look/", alignment.look),
    path("alignment/link/<slug:kind>/<slug:record>/<slug:statement>/edit/", alignment.edit),
    path("alignment/link/<slug:kind>/<slug:record>/<slug:statement>/<slug:verb>/", alignment.decide),
    path("alignment/benefit/<slug:goal>/", alignment.benefit),
    path("alignment/benefit/<slug:goal>/draft/", alignment.benefit_draft),
]
_PATHS: list[URLPattern | URLResolver] = [
    path("paths/", paths.paths, name="paths"),
    path("paths/people/", paths.people, name="people"),
    path("paths/said/", paths.said),
    *paths.CONTACTS.routes(),
    *paths.INTERVIEWS.routes(),
    *paths.PATHS.routes(),
    path("paths/<slug:name>/<slug:verb>/", paths.decide),
]
_PREPARE: list[URLPattern | URLResolver] = [
    path("prepare/", prepare.home, name="prepare"),
    *meeting.FILED.routes(),
    path("prepare/<slug:name>/", prepare.one, name="conversation"),
    path("prepare/<slug:name>/arrange/", meeting.arrange),
    path("prepare/<slug:name>/order/", meeting.order),
    path("prepare/<slug:name>/order/usual/", meeting.usual_order),
    path("prepare/<slug:name>/questions/", meeting.questions),
    path("prepare/<slug:name>/questions/<slug:about>/<slug:verb>/", meeting.question),
    path("prepare/<slug:name>/asked/", meeting.asked),
    path("prepare/<slug:name>/side/", meeting.side),
    path("prepare/<slug:name>/request/", packing.request),
    path("prepare/<slug:name>/request/send/", packing.send),
    path("prepare/<slug:name>/print/", packing.printed),
    path("prepare/<slug:name>/files/<str:file>", packing.file),
    path("prepare/<slug:name>/pack.zip", packing.everything),
]
_REHEARSE: list[URLPattern | URLResolver] = [
    path("rehearse/", later.later, {"stage": "rehearse"}),
]
_CONVERSE: list[URLPattern | URLResolver] = [
    path("converse/", converse.home, name="converse"),
    path("converse/worker.js", converse.worker),
    path("converse/let-in.txt", converse.let_in),
    path("converse/<slug:name>/", converse.one),
    path("converse/<slug:name>/notes/", converse.notes),
    path("converse/<slug:name>/note/", converse.note),
    path("converse/<slug:name>/count/", converse.count),
    path("converse/<slug:name>/end/", converse.end),
    path("converse/<slug:name>/sheet.pdf", converse.sheet),
]
_RECAP: list[URLPattern | URLResolver] = [
    path("recap/", recap.home, name="recap"),
    path("recap/begin/", recap.begin),
    *(route for filed in recap.FILED for route in filed.routes()),
    path("recap/<slug:name>/", recap.one),
    path("recap/<slug:name>/not-held/", recap.not_held),
    path("recap/<slug:name>/take/<slug:kind>/<slug:id>/edit/", recap.edit),
    path("recap/<slug:name>/take/<slug:kind>/<slug:id>/<slug:verb>/", recap.decide),
    path("recap/<slug:name>/ask/<slug:id>/<slug:part>/", recap.ask),
]
_FOLLOW_THROUGH: list[URLPattern | URLResolver] = [
    path("follow-through/", later.later, {"stage": "follow_through"}),
]
_AROUND: list[URLPattern | URLResolver] = [
    path("search/", search.search, name="search"),
    path("history/", history.everything, name="history"),
    path("history/of/<slug:kind>/<path:name>/history/<int:version>/", history.again),
    path("history/of/<slug:kind>/<path:name>/", history.of_one),
    path("history/restore/<slug:kind>/<path:name>/", history.restore),
    path("bring-in/", bringing.bring_in, name="bring-in"),
    path("sharing/", you.sharing, name="sharing"),
    path("more/", more.more, name="more"),
    path("more/<slug:kind>/", more.listed),
    *(route for filed in more.FILED for route in filed.routes()),
    path("you/", you.you, name="you"),
    path("you/pay/", you.pay),
    path("outbox/look/<path:key>/", outgoing.look),
    path("outbox/stop/<path:key>/", outgoing.stop),
    path("outbox/again/<path:key>/", outgoing.again),
    path("outbox/file/<path:key>/", outgoing.file),
    path("you/look/<slug:name>/", you.look),
    path("you/calendars/", calendars.calendars, name="calendars"),
    path("you/calendars/add/<slug:way>/", calendars.add),
    path("you/calendars/look/", calendars.look_all),
    path("you/calendars/feed/<slug:verb>/", calendars.feed),
    path("you/calendars/<int:number>/", calendar.one),
    path("you/calendars/<int:number>/look/", calendar.look),
    path("you/calendars/<int:number>/remove/", calendar.remove),
    path("you/archive.json", bringing.take_away),
    path("you/erase/", you.erase),
]
"""Finding, history, bringing in and taking away, who can see what, the person."""

urlpatterns = [
    *_BEGINNING,
    *_REFLECT,
    *_EVIDENCE,
    *_GOALS,
    *_ORGANISATION,
    *_PATHS,
    *_PREPARE,
    *_REHEARSE,
    *_CONVERSE,
    *_RECAP,
    *_FOLLOW_THROUGH,
    *_AROUND,
]
