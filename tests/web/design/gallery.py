"""Every page and every component of the workbook as files to look at: `python tests/web/design/gallery.py FOLDER`.

Needs no database and no server: the templates are drawn with sample values, and the static files are copied beside
them. Serve the folder at its root ("python -m http.server -d FOLDER") and open `/index.html`.
"""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import django
from django.conf import settings

ROOT = Path(__file__).resolve().parents[3]
WORKBOOK = ROOT / "src/talktrack/web/workbook"


def configure() -> None:
    """Just enough of Django to draw templates."""
    settings.configure(
        STATIC_URL="/static/",
        USE_I18N=False,
        USE_TZ=True,
        INSTALLED_APPS=["django.contrib.staticfiles", "django_htmx"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [WORKBOOK / "templates", Path(__file__).parent / "templates"],
                "OPTIONS": {
                    "libraries": {
                        "design": "talktrack.web.workbook.templatetags.design",
                        "rows": "talktrack.web.workbook.templatetags.rows",
                        "partials": "template_partials.templatetags.partials",
                        "django_htmx": "django_htmx.templatetags.django_htmx",
                    },
                    "loaders": [
                        (
                            "template_partials.loader.Loader",
                            [
                                (
                                    "django.template.loaders.cached.Loader",
                                    ["django.template.loaders.filesystem.Loader"],
                                )
                            ],
                        )
                    ],
                },
            }
        ],
    )
    django.setup()


def pages() -> dict[str, tuple[str, dict[str, Any]]]:
    """The name of each file with its template and context."""
    from samples import aims, around, begin, fit, forms, later, proof, talk, ways, yours

    evidence = {
        "text": proof.ROUGH,
        "what": "members back every week",
        "baseline": "3.1",
        "result": "5.1",
        "level_unit": "% of members",
        "period": "Jan 2025 and Oct 2026",
    }
    benefit = {
        "skill": "to open a forum from nothing",
        "change": "",
        "result": "the Nordic launch has regulars before it has shops",
    }
    wrong = forms.EvidenceForm({"text": "", "date": "soon"})
    wrong.add_error("date", "Write a date as 2026, 2026-05 or 2026-05-14.")
    contact = forms.PersonForm({"name": "", "role": "research", "ladder": "none"})
    at = around.shell
    return {
        "start": (
            "pages/start.html",
            {"page": begin.START, "form": forms.StartForm(initial={"sentence": begin.SENTENCE})},
        ),
        "first-agenda": (
            "pages/first_agenda.html",
            {
                "shell": at("prepare", empty=True),
                "page": begin.FIRST,
                "form": forms.AnswerForm(
                    initial={"answer": "Late answers. A day and a half before, forty minutes now."}
                ),
            },
        ),
        "today": ("pages/today.html", {"shell": at(place="today"), "page": begin.TODAY}),
        "today-empty": ("pages/today.html", {"shell": at(place="today", empty=True), "page": begin.TODAY_EMPTY}),
        "evidence": (
            "pages/evidence.html",
            {
                "shell": at("evidence"),
                "page": proof.EVIDENCE,
                "form": forms.EvidenceForm(initial=evidence),
                "undo": around.UNDONE,
            },
        ),
        "evidence-empty": (
            "pages/evidence.html",
            {"shell": at("evidence", empty=True), "page": proof.EVIDENCE_EMPTY, "form": wrong},
        ),
        "prepare": ("pages/prepare.html", {"shell": at("prepare"), "page": talk.PREPARE}),
        "reflect": (
            "pages/reflect.html",
            {"shell": at("reflect"), "page": proof.REFLECT, "form": forms.PromptForm()},
        ),
        "goals": ("pages/goals.html", {"shell": at("goals"), "page": aims.GOALS}),
        "goals-empty": ("pages/goals.html", {"shell": at("goals", empty=True), "page": aims.GOALS_EMPTY}),
        "goal": (
            "pages/goal.html",
            {
                "shell": at("goals"),
                "page": aims.GOAL,
                "form": forms.GoalForm(initial={"what": "Get better at Swedish.", "target": "2027-09"}),
            },
        ),
        "conflict": (
            "pages/goal.html",
            {
                "shell": at("goals"),
                "page": aims.GOAL,
                "conflict": around.CONFLICT,
                "form": forms.GoalForm(initial={"what": "Speak Swedish at B1."}),
            },
        ),
        "organisation": (
            "pages/organisation.html",
            {"shell": at("organisation"), "page": fit.ORGANISATION, "form": forms.BringForm()},
        ),
        "alignment": (
            "pages/alignment.html",
            {"shell": at("alignment"), "page": fit.ALIGNMENT, "form": forms.BenefitForm(initial=benefit)},
        ),
        "paths": ("pages/paths.html", {"shell": at("paths"), "page": ways.PATHS}),
        "ladder": ("pages/paths.html", {"shell": at("paths"), "page": ways.LADDER}),
        "journey": ("pages/journey.html", {"shell": at(place="journey"), "page": begin.JOURNEY}),
        "you": (
            "pages/you.html",
            {
                "shell": at(place="you"),
                "page": yours.YOU,
                "form": forms.PersonForm(initial={"name": "Nathan", "role": "community manager", "ladder": "none"}),
            },
        ),
        "search": ("pages/search.html", {"shell": at(place="search"), "page": yours.SEARCH}),
        "history": ("pages/history.html", {"shell": at(place="history"), "page": yours.HISTORY}),
        "bring-in": (
            "pages/bring_in.html",
            {"shell": at(place="you"), "page": yours.BRING, "form": forms.ImportForm()},
        ),
        "preview": (
            "pages/bring_in.html",
            {"shell": at(place="you"), "page": yours.PREVIEW, "form": forms.ImportForm()},
        ),
        "record": ("pages/record.html", {"shell": at("paths"), "page": around.RECORD, "form": contact}),
        "plain": (
            "plain.html",
            {
                "title": "Nothing here",
                "sentence": "There is nothing at this address, or it is not yours.",
                "way_on": "/",
                "label": "Back to your workbook",
            },
        ),
        "parts": ("gallery/parts.html", {"shell": at(), "around": around, "later": later, "talk": talk}),
    }


def write(folder: Path) -> list[str]:
    """Draw every page into `folder` and return their names."""
    from django.template.loader import render_to_string

    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(WORKBOOK / "static", folder / "static", dirs_exist_ok=True)
    found = find_spec("django_htmx")
    assert found
    assert found.origin
    htmx = Path(found.origin).parent / "static/django_htmx/htmx-2.min.js"
    (folder / "static/django_htmx").mkdir(exist_ok=True)
    shutil.copyfile(htmx, folder / "static/django_htmx/htmx-2.min.js")
    drawn = pages()
    for name, (template, context) in drawn.items():
        for theme in ("light", "dark"):
            suffix = "-dark" if theme == "dark" else ""
            html = render_to_string(template, {**context, "theme": theme})
            (folder / f"{name}{suffix}.html").write_text(html, encoding="utf-8")
    links = "".join(f'<li><a href="{n}.html">{n}</a> <a href="{n}-dark.html">dark</a></li>' for n in drawn)
    (folder / "index.html").write_text(f"<!doctype html><title>Gallery</title><ul>{links}</ul>", encoding="utf-8")
    return list(drawn)


if __name__ == "__main__":
    configure()
    sys.path.insert(0, str(Path(__file__).parent))
    sys.stdout.write("\n".join(write(Path(sys.argv[1]))) + "\n")
