"""What answers an address of the workbook: one module for each stage, in the words of the journey.

How a view is made, so that all of them look alike:

1. It declares who may reach it: `@allow(OWNER, methods=("GET", "POST"))`. Without that it cannot be reached.
2. It fetches through `queries`, checks with a form of `forms`, acts through `actions`, and draws a value of
   `screens`. It never imports a stage of the engine: `queries` and `actions` do.
3. It answers a page with `page.page(...)`, which puts the shell around it. After a change it answers with
   `page.went(...)`: back to a page, which then says what happened and offers undo. htmx gets the changed part
   instead, with `page.part(...)`, which brings the live region, the undo bar and the rail along.
4. A form that cannot be kept comes back with status 422, what was typed still in it and the message beside its
   field: `keeping.attempt` turns a UserError of an action into messages. A record that changed elsewhere meanwhile
   comes back with status 409 and both texts: `keeping.both`.
5. What is not there, and what is another's, is Http404; `access` raises it. The clock is read here: `clock.today`.
6. Everything works without JavaScript: a button posts to an address of its own, and the answer is a page.
"""
