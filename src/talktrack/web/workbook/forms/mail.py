"""The forms of the person's own mail: the account that sends it, and what one wants to be reminded of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from talktrack.kit.documents import Mailbox
from talktrack.kit.errors import UserError
from talktrack.kit.text import clean

_PLAIN = {"autocomplete": "off", "spellcheck": "false"}
_NEEDED = {"required": "It cannot be tried without this."}
SECURITY = (
    ("tls", "TLS from the start, usually port 465"),
    ("starttls", "STARTTLS, usually port 587"),
    ("none", "None: only for a server in your own network"),
)


class MailForm(forms.Form):
    """How one's own mail is sent."""

    address = forms.CharField(
        label="Your mail address",
        max_length=320,
        error_messages=_NEEDED,
        widget=forms.EmailInput(attrs={**_PLAIN, "autocomplete": "email"}),
    )
    password = forms.CharField(
        label="The password",
        required=False,
        max_length=1000,
        strip=False,
        help_text="Many providers want an app password, made for this purpose. It is shown to nobody again.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    host = forms.CharField(
        label="The server",
        required=False,
        max_length=253,
        help_text="Leave it empty to have it filled in where your provider is known.",
        widget=forms.TextInput(attrs=_PLAIN),
    )
    port = forms.IntegerField(
        label="The port",
        required=False,
        min_value=1,
        max_value=65535,
        error_messages={
            "invalid": "A port is a whole number, such as 465.",
            "min_value": "A port is between 1 and 65535.",
            "max_value": "A port is between 1 and 65535.",
        },
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    security = forms.ChoiceField(label="Encryption", choices=SECURITY, widget=forms.RadioSelect)
    user = forms.CharField(
        label="Your name there",
        required=False,
        max_length=320,
        help_text="Usually your mail address; left empty, just that.",
        widget=forms.TextInput(attrs=_PLAIN),
    )

    def clean_address(self) -> str:
        """One address, and no more."""
        try:
            return Mailbox(clean(self.cleaned_data["address"])).address
        except UserError as error:
            raise ValidationError(error.message) from error

    def clean_host(self) -> str:
        """A name, or an address in numbers."""
        host = clean(self.cleaned_data["host"]).strip("[]").casefold()
        if any(c.isspace() or c in "/@<>\"'" for c in host):
            raise ValidationError("Write the name of the server alone, such as smtp.example.org.")
        return host


class ReminderForm(forms.Form):
    """What one wants to be reminded of, and whether by mail too."""

    kinds = forms.MultipleChoiceField(
        label="Remind me of",
        required=False,
        choices=(
            ("meeting", "A talk, the day before"),
            ("check_in", "A check-in, two days before, with what is still open"),
            ("recap", "The recap, the day after a talk that has none"),
            ("mine", "What I promised, on its day"),
            ("theirs", "What was promised to me, the day after"),
        ),
        widget=forms.CheckboxSelectMultiple,
    )
    by_mail = forms.BooleanField(
        label="By mail to myself too",
        required=False,
        help_text="One mail a day at most, on days that have something.",
    )
    hour = forms.TypedChoiceField(
        label="At",
        coerce=int,
        choices=[(n, f"{n}:00") for n in range(6, 21)],
        help_text="On the clock where you are.",
    )

    def __init__(self, *args: Any, mails: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not mails:
            del self.fields["by_mail"], self.fields["hour"]
