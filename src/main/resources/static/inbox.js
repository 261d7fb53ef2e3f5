// What scripts add to the inbox: it shows what happens as it happens, sends without leaving the page, and knows keys.
(() => {
  "use strict";
  const inbox = document.querySelector(".inbox");
  if (!inbox) {
    return;
  }
  const talk = inbox.querySelector("[data-conversation]");
  const byId = (id) => document.getElementById(id);
  const lines = byId("inbox-lines");

  const atEnd = () => {
    const room = lines.scrollHeight > lines.clientHeight + 4 ? lines : document.scrollingElement;
    return room.scrollHeight - room.scrollTop - room.clientHeight < 120;
  };
  const toEnd = () => {
    lines.scrollTop = lines.scrollHeight;
    if (!matchMedia("(min-width: 1024px)").matches) {
      document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight;
    }
  };
  if (lines && !inbox.classList.contains("customer-first")) {
    toEnd();
  }

  // What is in use is not taken from under the reader; the next event brings it along.
  const inUse = (part) =>
    part.querySelector("details[open]") ||
    (part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea"));
  const freshen = (page) => {
    const end = lines && atEnd();
    for (const part of inbox.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(part.id);
      const playing = [...part.querySelectorAll("audio, video")].some((medium) => !medium.paused);
      if (fresh && fresh.innerHTML !== part.innerHTML && !inUse(part) && !playing) {
        const top = part.scrollTop;
        const link = part.contains(document.activeElement) && document.activeElement.getAttribute("href");
        part.innerHTML = fresh.innerHTML;
        part.scrollTop = top;
        if (link) {
          part.querySelector('a[href="' + CSS.escape(link) + '"]')?.focus({ preventScroll: true });
        }
      }
    }
    for (const name of [".side section", ".foot ul"]) {
      const fresh = page.querySelectorAll(name);
      document.querySelectorAll(name).forEach((part, at) => fresh[at] && (part.innerHTML = fresh[at].innerHTML));
    }
    const composer = byId("inbox-composer");
    const other = page.getElementById("inbox-composer");
    if (composer && other) {
      const seen = composer.querySelector(".composer [name=seen]");
      const now = other.querySelector(".composer [name=seen]");
      // Who is writing has seen what is on the screen: what came meanwhile stands above the words.
      if (seen && now) {
        seen.value = now.value;
      }
      if (composer.dataset.open !== other.dataset.open) {
        replaceComposer(other);
      }
    }
    if (end) {
      toEnd();
    }
    count();
    markRead();
  };

  const typed = () => byId("text")?.value ?? "";
  // The window closed or opened while somebody wrote: their words stay, and the picture that they chose.
  let chosen;
  const replaceComposer = (fresh) => {
    const composer = byId("inbox-composer");
    const picture = composer.querySelector(".composer [name=file]") ?? chosen;
    const words = typed() || byId("inbox-kept")?.querySelector("textarea").value || "";
    composer.replaceWith(fresh);
    const place = byId("text") ?? byId("inbox-kept")?.querySelector("textarea");
    if (place && words) {
      place.value = words;
      byId("inbox-kept")?.classList.remove("none");
    }
    const empty = byId("inbox-composer").querySelector(".composer [name=file]");
    chosen = empty ? undefined : picture;
    if (empty && picture?.files.length) {
      empty.replaceWith(picture);
      attach(picture.form, picture.files[0]);
    }
  };

  let asking = false;
  let again = false;
  const refresh = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) {
        // Nobody is signed in any more.
        location.reload();
      } else if (answer.ok) {
        freshen(new DOMParser().parseFromString(await answer.text(), "text/html"));
      }
    } catch {
      // The stream comes again when the network does, and then so does the page.
    }
    asking = false;
    if (again) {
      again = false;
      later();
    }
  };
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 250);
  };
  // The browser listens again by itself where a stream breaks off, but not where it was refused: by a proxy while Sendy starts
  // anew, or where nobody is signed in any more, which the page then finds.
  const SOON = 2000;
  let wait = SOON;
  let lost = false;
  let stream;
  const listen = () => {
    stream = new EventSource(inbox.dataset.stream);
    for (const kind of ["message", "status", "conversation", "job", "reset"]) {
      stream.addEventListener(kind, later);
    }
    stream.addEventListener("error", () => {
      lost = true;
      if (stream.readyState === EventSource.CLOSED) {
        setTimeout(listen, wait);
        wait = Math.min(wait * 2, 60000);
        later();
      }
    });
    stream.addEventListener("open", () => {
      wait = SOON;
      if (lost) {
        lost = false;
        later();
      }
    });
  };
  listen();
  window.addEventListener("pagehide", () => stream.close());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());

  // What somebody has before their eyes is read.
  let marking = false;
  const markRead = () => {
    const form = inbox.querySelector("form[data-read]");
    if (form && !marking && document.visibilityState === "visible" && !inbox.classList.contains("customer-first")) {
      marking = true;
      fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/html" } })
        .then((answer) => answer.ok && refresh())
        .catch(() => {})
        .finally(() => (marking = false));
    }
  };
  document.addEventListener("visibilitychange", markRead);
  markRead();

  // Sending without leaving the page: what was typed stays until it is known to be sent.
  document.addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if (!form.matches("form[data-send]")) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (form.dataset.sending) {
        return;
      }
      form.dataset.sending = "yes";
      const button = form.querySelector("button[type=submit]");
      button.setAttribute("aria-busy", "true");
      const failed = form.querySelector("[data-failed]");
      failed.hidden = true;
      const sent = typed();
      try {
        const body = new FormData(form);
        const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("inbox-composer");
        if (!fresh) {
          throw new Error("no page of the inbox");
        }
        freshen(page);
        const since = typed();
        byId("inbox-composer").replaceWith(fresh);
        // Who wrote on while it was sent finds their words.
        if (since !== sent && byId("text")) {
          byId("text").value = since;
        }
        keep();
        byId("text")?.focus();
        toEnd();
      } catch {
        failed.hidden = false;
      }
      delete form.dataset.sending;
      button.removeAttribute("aria-busy");
    },
    true,
  );

  // What was typed outlives the page.
  const place = () => byId("text")?.closest("form").dataset.draft;
  const keep = () => {
    if (!place()) {
      return;
    }
    if (typed()) {
      sessionStorage.setItem(place(), typed());
    } else {
      sessionStorage.removeItem(place());
    }
  };
  if (place() && !typed()) {
    byId("text").value = sessionStorage.getItem(place()) ?? "";
  }

  // The picture that goes with it, and at once whether it is too large: only a smaller one is worth its way.
  const attach = (form, file) => {
    const large = Boolean(file) && file.size > Number(form.elements.file.dataset.most);
    const shown = form.querySelector("[data-attached]");
    if (large || !file) {
      form.elements.file.value = "";
    }
    form.querySelector("[data-large]").hidden = !large;
    shown.hidden = large || !file;
    shown.querySelector("bdi").textContent = file?.name ?? "";
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches(".composer [name=file]")) {
      attach(event.target.form, event.target.files[0]);
    }
  });
  document.addEventListener("click", (event) => {
    const detach = event.target.closest("[data-detach]");
    if (detach) {
      attach(detach.closest("form"), null);
      byId("text")?.focus();
    }
  });

  // Canned replies by a slash at the beginning.
  const canned = () => byId("canned");
  const offer = () => {
    const words = typed();
    const wanted = words.startsWith("/") ? words.slice(1).trim().toLowerCase() : null;
    if (!canned()) {
      return;
    }
    let any = false;
    for (const item of canned().querySelectorAll("li")) {
      const link = item.querySelector("a");
      const fits = wanted === null || (link.dataset.shortcut + " " + link.dataset.text).toLowerCase().includes(wanted);
      item.hidden = !fits;
      any = any || fits;
    }
    if (wanted !== null) {
      canned().open = any;
    }
  };
  const use = (text) => {
    const field = byId("text");
    if (field) {
      field.value = text;
      field.focus();
      field.setSelectionRange(text.length, text.length);
      keep();
    }
  };
  document.addEventListener("input", (event) => {
    if (event.target.id === "text") {
      offer();
      keep();
    }
  });
  document.addEventListener("click", (event) => {
    const item = event.target.closest("#canned a[data-text], [data-use]");
    if (item && byId("text")) {
      event.preventDefault();
      use(item.dataset.text ?? item.dataset.use);
      if (canned()) {
        canned().open = false;
        offer();
      }
    }
  });

  // The countdown, and what is said for eight seconds.
  const count = () => {
    for (const time of document.querySelectorAll("[data-countdown]")) {
      const left = Math.floor((new Date(time.dateTime) - Date.now()) / 60000);
      time.querySelector("bdi").textContent = left < 0 ? "0:00" : Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
      if (left < 0) {
        later();
      }
    }
  };
  setInterval(count, 20000);
  const deed = byId("inbox-deed");
  if (deed) {
    setTimeout(() => deed.remove(), 8000);
    const address = new URL(location.href);
    address.searchParams.delete("did");
    history.replaceState(null, "", address);
  }

  // Its keys, by their place and not by their letter: the frame says which was pressed by hand.
  const move = (step) => {
    const links = [...inbox.querySelectorAll(".talks a")];
    const at = links.findIndex((link) => link === document.activeElement || link.hasAttribute("aria-current"));
    const focused = links.indexOf(document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, (focused < 0 ? at : focused) + step))]?.focus();
  };
  const open = (details, field) => {
    if (details) {
      details.open = true;
    }
    field?.focus();
  };
  const deeds = {
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    KeyR: () => byId("text")?.focus(),
    KeyN: () => open(byId("note")?.closest("details"), byId("note")),
  };
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "text" && (event.ctrlKey || event.metaKey) && event.code === "Enter") {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (event.target.id === "text" && event.code === "ArrowDown" && typed().startsWith("/") && canned()?.open) {
      event.preventDefault();
      canned().querySelector("li:not([hidden]) a")?.focus();
      return;
    }
  });
  document.addEventListener("hand-key", (event) => deeds[event.detail]?.());
})();
