{# Behind the pages of a conversation: it shows them without a network, and sends notes once there is one. #}{% load static %}// Without a network: the page as this device has it. With one: the workbook's own, always.
importScripts("{% static "talktrack/queue.js" %}");
const KEPT = "talktrack-pages-", WAIT = 4000;
const forget = async (but) => {
  for (const name of await caches.keys()) if (name.startsWith(KEPT) && name !== KEPT + but) await caches.delete(name);
};
const kept = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });
const late = (ms) => new Promise((done) => setTimeout(done, ms));
const open = async (request) => {
  const asked = fetch(request).catch(() => null), path = new URL(request.url).pathname;
  const found = await kept(path);
  const answer = await (found ? Promise.race([asked, late(WAIT)]) : asked);
  if (answer && answer.status < 500) {
    const owner = answer.headers.get("X-Talktrack-Owner");
    if (owner) await forget(owner);
    // A link from elsewhere comes without the cookie. Only when we are turned away ourselves is the way closed.
    if ([401, 403].includes(answer.status) && [401, 403].includes((await fetch("/converse/let-in.txt")).status)) await forget();
    return answer;
  }
  if (found) return found;
  if (path === "/converse/") {
    for (const name of await caches.keys()) {
      if (!name.startsWith(KEPT)) continue;
      const page = (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname).find((p) => p.startsWith("/converse/"));
      if (page) return Response.redirect(page);
    }
  }
  return answer || new Response(
    "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><meta name=color-scheme content='light dark'><title>Not on this device</title><h1>This page is not on this device</h1><p>Open it once while the workbook can be reached; then it stays. Notes that wait here are safe.",
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'", "Cache-Control": "no-store" } });
};
const part = async (request) => {
  const named = /\.[0-9a-f]{12}\./.test(request.url) && await kept(request);
  return named || fetch(request).catch(async () => (await kept(request)) || Response.error());
};
addEventListener("install", () => skipWaiting());
addEventListener("activate", (e) => e.waitUntil(clients.claim()));
addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== location.origin) return;
  if (e.request.mode === "navigate") { if (/^\/converse\/([a-z0-9-]+\/)?$/.test(url.pathname)) e.respondWith(open(e.request)); }
  else if (url.pathname.startsWith("/static/")) e.respondWith(part(e.request));
});
addEventListener("sync", (e) => { if (e.tag.startsWith("notes ")) e.waitUntil(Queue(e.tag.slice(6)).send()); });
