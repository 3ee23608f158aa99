"""Your mail: the account that sends it, a test, and what to be reminded of."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from talktrack.engine.story import Person
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import connections
from talktrack.web.post.models import Connection
from talktrack.web.post.providers import provider

from ..actions import mailing, reminding
from ..forms.mail import MailForm, ReminderForm
from ..queries import device, records
from ..queries.reminders import USUAL_HOUR, wanted
from ..screens.mail import Mail
from ..screens.parts import Act, Head, Link, State
from ..screens.text import plain
from . import clock, page

HOME = "/you/mail/"
_PORTS = {"tls": 465, "starttls": 587, "none": 25}


@allow(OWNER, methods=("GET", "POST"))
def mail(request: HttpRequest) -> HttpResponse:
    """The page; keeping the account tries it at once."""
    if request.method != "POST":
        return _page(request)
    subject, form = subject_of(request), MailForm(request.POST, label_suffix="")
    own = connections.mail(subject)
    if not form.is_valid():
        return _page(request, form, status=422)
    given = form.cleaned_data
    known = provider(given["address"])
    if not given["host"] and known:
        filled = {**given, "host": known.host, "port": known.port, "security": known.security}
        return _page(request, MailForm(initial=filled, label_suffix=""), hint=_filled(known.name, known.hint))
    if not given["host"]:
        form.add_error("host", "Your provider's help page names it, often as “SMTP” or “outgoing mail”.")
    elif own and own.secret and not given["password"] and given["host"] != own.settings.get("host"):
        form.add_error("password", "For another server the password is needed again.")
    if form.errors:
        return _page(request, form, status=422)
    trouble = mailing.keep(subject=subject, given={**given, "port": given["port"] or _PORTS[given["security"]]})
    said = "Kept, but it does not work yet." if trouble else "It works. Look for the test in your inbox."
    return page.went(request, HOME, said=said)


@allow(OWNER, methods=("POST",))
def test(request: HttpRequest) -> HttpResponse:
    """Send a mail to oneself."""
    trouble = mailing.again(subject=subject_of(request))
    said = "The test was not sent." if trouble else "The test is sent. Look in your inbox."
    return page.went(request, HOME, said=said)


@allow(OWNER, methods=("POST",))
def remove(request: HttpRequest) -> HttpResponse:
    """Forget the account with its password."""
    mailing.remove(subject=subject_of(request))
    return page.went(request, HOME, said="Your mail account is forgotten, with its password.")


@allow(OWNER, methods=("POST",))
def reminders(request: HttpRequest) -> HttpResponse:
    """What to be reminded of, and whether by mail too."""
    subject, today = subject_of(request), clock.today(request)
    own = connections.mail(subject)
    form = ReminderForm(request.POST, mails=own is not None, label_suffix="")
    if not form.is_valid():
        return _page(request, wishes=form, status=422)
    given = form.cleaned_data
    done = reminding.want(subject=subject, kinds=given["kinds"], today=today)
    if own:
        mailing.mail_reminders(subject=subject, on=given["by_mail"], hour=given["hour"], today=today)
    return page.went(
        request, f"{HOME}#reminders", said="Your wishes are kept.", undo=done[0].undo if len(done) == 1 else ""
    )


def _page(
    request: HttpRequest,
    form: MailForm | None = None,
    *,
    wishes: ReminderForm | None = None,
    hint: str = "",
    status: int = 200,
) -> HttpResponse:
    subject = subject_of(request)
    own = connections.mail(subject)
    known = provider(own.address) if own else None
    screen = Mail(
        head=Head(
            stage="You",
            title="Your mail",
            lede=plain(
                "With it, requests and recaps go out from here at a click. Without it, every mail is there to be "
                "copied, or saved as a file that your mail program opens."
            ),
        ),
        back=Link("You", "/you/"),
        action=HOME,
        state=_state(own),
        told=_told(own, request),
        hint=hint or (known.hint if known and own and own.trouble else ""),
        test=Act(text="Send me a test mail", url=f"{HOME}test/", icon="send", go=own is not None and not form)
        if own
        else None,
        remove=Act(text="Forget this account", url=f"{HOME}remove/", danger=True, icon="trash-2") if own else None,
        go=own is None or form is not None,
        folded=own is not None and form is None and own.tried_at is not None and not own.trouble,
        reminders=f"{HOME}reminders/",
        sees=_sees(),
    )
    form = form or MailForm(initial=_initial(request, own), label_suffix="")
    wishes = wishes or _wishes(request, own)
    return page.page(request, "pages/mail.html", screen, place="you", status=status, form=form, wishes=wishes)


def _initial(request: HttpRequest, own: Connection | None) -> dict[str, Any]:
    if own:
        return {**own.settings, "address": own.address, "user": "" if own.user == own.address else own.user}
    return {"address": records.single(subject_of(request), Person).value.email, "security": "tls"}


def _wishes(request: HttpRequest, own: Connection | None) -> ReminderForm:
    kept = own.settings if own else {}
    initial = {
        "kinds": wanted(subject_of(request)),
        "by_mail": bool(kept.get("reminders")),
        "hour": kept.get("hour", USUAL_HOUR),
    }
    return ReminderForm(initial=initial, mails=own is not None, label_suffix="")


def _state(own: Connection | None) -> State | None:
    if own is None:
        return None
    if own.tried_at is None:
        return State("draft", "Not tried yet")
    return State("open", "It does not work yet") if own.trouble else State("agreed", "It works")


def _told(own: Connection | None, request: HttpRequest) -> str:
    if own is None or own.tried_at is None:
        return "Send yourself a test mail to see whether it works."
    at = own.tried_at.astimezone(clock.now(request).tzinfo)
    when = f"Tried on {at:%A} {at.day} {at:%B} at {at:%H:%M}."
    return f"{own.trouble} {when}" if own.trouble else f"A test went from {own.address} to itself. {when}"


def _filled(name: str, hint: str) -> str:
    return f"Filled in what is known of {name}. {hint} Add the password, then keep it.".replace("  ", " ")


def _sees() -> tuple[Link, ...]:
    return (
        Link("Whoever you write to", "", "the mail that you saw before you sent it, and nothing else"),
        Link("Your mail provider", "", "what you send, and the reminders if you want them by mail"),
        Link("The password", "", f"lies in {device.where()}; no page, file, archive or log shows it"),
    )
