// A phone where scripts run: what arrives is shown as it comes, and read while somebody looks.
const PAUSE = 3_000;
const list = () => document.getElementById("lines");
const pause = (time) => new Promise((done) => setTimeout(done, time));

function toEnd() {
  const lines = list();
  lines.scrollTop = lines.scrollHeight;
}

/** Somebody is choosing what to do with a line, which must not go away under their finger. */
const busy = () => list().querySelector("details[open]") !== null || list().contains(document.activeElement) && document.activeElement !== list();

function shown() {
  return document.visibilityState === "visible"
    ? Promise.resolve()
    : new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
}

async function news() {
  const url = new URL(location.href);
  url.search = "";
  url.searchParams.set("since", list().dataset.version);
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    await pause(PAUSE);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("lines");
  if (next && next.dataset.version !== list().dataset.version && !busy()) {
    list().replaceWith(next);
    toEnd();
  } else if (busy()) {
    await pause(PAUSE);
  }
}

async function watch() {
  for (;;) {
    await shown();
    try {
      await news();
    } catch {
      await pause(PAUSE);
    }
  }
}

const writing = document.getElementById("text");
writing?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    writing.form.requestSubmit();
  }
});

if (list()) {
  toEnd();
  writing.focus({ preventScroll: true });
  watch();
}
