// Opens the counter again when there is no network. What it answers with, the page itself has kept: see cashier.js.
"use strict";

const CACHE = "sendy-cashier";
const PAGE = "/app/cashier";
const PATIENCE = 5000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate" && url.pathname === PAGE) {
    event.respondWith(page(request));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(file(request));
  }
});

// What the server says is newer; what is kept is better than nothing, and than waiting for long.
async function page(request) {
  const kept = await caches.match(PAGE, { ignoreSearch: true, ignoreVary: true });
  const asked = fetch(request);
  if (!kept) {
    return asked;
  }
  try {
    const late = new Promise((done) => setTimeout(done, PATIENCE, null));
    const answer = await Promise.race([asked, late]);
    return answer && answer.status < 500 ? answer : kept;
  } catch {
    return kept;
  }
}

// A name stands for one content.
async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}
