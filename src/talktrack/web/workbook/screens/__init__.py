"""What each page shows, as frozen values: a view fills one in, its template draws it.

`parts` are the components that pages share, one for each `templates/parts/_name.html`; `shell` is what stands around
every page; `ribbon`, `strip` and `chains` turn numbers into drawings; every other module is one page, drawn by the
template of its name.
A view answers with `render(request, "pages/today.html", {"shell": shell, "page": today})`; pages with a form add
`form`, a Django form whose fields are named in the template's first lines.
"""
