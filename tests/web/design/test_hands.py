"""What the scripts add: keys, switches, the marked copy, drafts, the pill, order by hand. And pages without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

if TYPE_CHECKING:
    from conftest import Gallery


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in a fresh window."""
    return context.new_page()


def focused(page: Page) -> str:
    """The id or the words of what has the focus."""
    return str(page.evaluate("(e => e.id || e.textContent.trim().slice(0, 40))(document.activeElement)"))


def test_j_and_k_walk_from_item_to_item(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("alignment"))
    walked = []
    for key in "jjk":
        page.keyboard.press(key)
        walked.append(focused(page))
    assert walked == ["l1", "l2", "l1"]


def test_a_decision_by_key_moves_on_to_the_next_item(page: Page, gallery: Gallery) -> None:
    done = (
        '<p class="undone"><span>Confirmed.</span></p><p id="live" hx-swap-oob="innerHTML">Confirmed. Z to undo.</p>'
    )
    page.route("**/confirm/", lambda route: route.fulfill(body=done, content_type="text/html"))
    page.goto(gallery.url("alignment"))
    page.keyboard.press("c")
    assert focused(page) == "l1", "the first press only says where one is"
    with page.expect_request("**/confirm/") as asked:
        page.keyboard.press("c")
    assert asked.value.method == "POST"
    expect(page.locator("#l1")).to_have_count(0)
    expect(page.locator("#live")).to_have_text("Confirmed. Z to undo.")
    page.wait_for_function("document.activeElement.id === 'l2'")


def test_keys_rest_in_fields_and_can_be_switched_off(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("evidence-empty"))
    page.locator("#id_text").press_sequentially("jcd?n")
    assert page.locator("#id_text").input_value() == "jcd?n"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    dialog = page.locator("#keys")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()
    page.reload()
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()


def test_n_opens_a_note_anywhere_with_the_field_ready(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("goals"))
    page.keyboard.press("n")
    expect(page.locator("#capture-text")).to_be_focused()
    page.keyboard.type("Ran the panel")
    with page.expect_request("**/evidence/") as asked:
        page.keyboard.press("Control+Enter")
    assert asked.value.post_data == "text=Ran+the+panel"


def test_the_look_is_kept_for_the_server_to_draw(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("today"))
    page.get_by_role("link", name="Light or dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert "theme=dark" in page.evaluate("document.cookie")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 20)"


def test_the_marked_copy_lies_exactly_under_the_text(browser: Browser, gallery: Gallery) -> None:
    same = """() => {
      const text = document.querySelector(".pad textarea"), copy = document.querySelector(".pad .copy");
      const a = getComputedStyle(text), b = getComputedStyle(copy);
      const what = ["font", "letterSpacing", "wordSpacing", "padding", "width", "whiteSpace", "tabSize", "textIndent",
        "overflowWrap", "fontKerning", "fontFeatureSettings", "fontVariantNumeric", "textAlign", "hyphens"];
      const high = text.scrollHeight - copy.scrollHeight, wide = text.clientWidth - copy.clientWidth;
      return [what.filter(w => a[w] !== b[w]), high, wide];
    }"""
    for width, scale in ((1280, 1), (390, 1), (320, 1), (640, 2), (1280, 1.25)):
        window = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=scale)
        page = window.new_page()
        page.goto(gallery.url("evidence"))
        page.locator("#id_text").fill(
            "One.\nTwo with  two spaces and a verylongwordthatgoesonandon" + "n" * 90 + "\n\nend"
        )
        assert page.evaluate(same) == [[], 0, 0], (width, scale)
        window.close()


def test_marks_stay_with_their_words_while_one_types(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("evidence"))
    field = page.locator("#id_text")
    field.fill("Well, " + field.input_value().replace("and we raised", "and I raised"))
    marks = page.locator(".pad .copy mark").all_text_contents()
    assert marks == ["I was responsible for", "65 %"]
    assert page.locator(".pad .copy").inner_text().strip() == field.input_value()


def test_a_draft_stays_only_where_it_was_allowed(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("evidence-empty"))
    page.locator("#id_text").fill("Not kept, not allowed")
    page.reload()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.goto(gallery.url("you"))
    page.get_by_label("Hold on to text that is not kept yet").check()
    page.goto(gallery.url("evidence-empty"))
    page.locator("#id_text").fill("Trained six people")
    page.goto(gallery.url("evidence-empty"))
    assert page.locator("#id_text").input_value() == ""
    page.get_by_role("button", name="Put it back").click()
    assert page.locator("#id_text").input_value() == "Trained six people"
    page.goto(gallery.url("you"))
    page.get_by_label("Hold on to text that is not kept yet").uncheck()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('draft '))") == []


def test_a_lost_connection_is_told_and_tried_again(page: Page, gallery: Gallery) -> None:
    tries: list[str] = []

    def answer(route: Route) -> None:
        tries.append(route.request.post_data or "")
        if len(tries) == 1:
            route.abort()
        else:
            route.fulfill(body='<span class="saved" id="saved" hx-swap-oob="true">Saved 09:42</span>')

    page.route("**/draft/", answer)
    page.goto(gallery.url("evidence"))
    page.locator("#id_text").press_sequentially(" Yes.")
    expect(page.locator("#pill")).to_have_text("Not saved yet, trying")
    expect(page.locator("#saved")).to_have_text("Saved 09:42", timeout=10_000)
    expect(page.locator("#pill")).to_be_hidden()
    assert tries[0] == tries[1]


def order(page: Page) -> list[str]:
    """The names of the agenda's parts in the order of the form."""
    return [str(name) for name in page.locator(".order li").evaluate_all("all => all.map(li => li.dataset.name)")]


def test_the_agenda_is_ordered_by_key_and_by_hand(page: Page, gallery: Gallery) -> None:
    page.goto(gallery.url("prepare"))
    page.get_by_text("Change the order or the minutes").click()
    first, second, third = order(page)[:3]
    grip = page.get_by_role("button", name=f"Move {first} with the arrow keys")
    grip.focus()
    page.keyboard.press("ArrowDown")
    assert order(page)[:3] == [second, first, third]
    expect(page.locator("#live")).to_have_text(f"{first}, now 2 of 8.")
    expect(grip).to_be_focused()
    grip.drag_to(
        page.get_by_role("button", name=f"Move {third} with the arrow keys"), target_position={"x": 5, "y": 30}
    )
    assert order(page)[:3] == [second, third, first]


def test_on_a_phone_the_long_parts_begin_folded_and_an_address_opens_them(browser: Browser, gallery: Gallery) -> None:
    window = browser.new_context(viewport={"width": 390, "height": 844})
    page = window.new_page()
    page.goto(gallery.url("prepare"))
    assert page.locator("details[data-fold][open]").count() == 0
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="What you ask").click()
    expect(page.locator("#ask")).to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollHeight") < 4_000
    window.close()


def test_without_the_script_everything_can_still_be_reached(browser: Browser, gallery: Gallery) -> None:
    window = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = window.new_page()
    page.goto(gallery.url("prepare"))
    expect(page.locator("#say")).to_have_attribute("open", "")
    page.get_by_text("Change the order or the minutes").click()
    expect(page.locator(".grip").first).to_be_hidden()
    expect(page.get_by_role("button", name="Vision and plan earlier")).to_be_visible()
    page.get_by_role("link", name="Note").click()
    assert page.url.endswith("/evidence/")
    page.goto(gallery.url("alignment"))
    with page.expect_request("**/confirm/") as asked:
        page.locator("#l1").get_by_role("button", name="It fits").click()
    assert asked.value.method == "POST"
    window.close()
