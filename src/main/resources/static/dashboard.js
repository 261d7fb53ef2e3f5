// What scripts add to pages of the dashboard, which are whole without them.
(() => {
  "use strict";
  // After a refusal the reader begins where it is said what is wrong.
  const faults = document.querySelector(".faults[tabindex]");
  if (faults) {
    faults.focus();
  }

  // Money is parted into thousands as it is typed, as pages show it, and the caret stays where it was among the digits. Who types
  // commas of their own may mean something else by them: then all stays as it is typed.
  const COMMA = /[,٬،]/g;
  const commas = (text) => text.match(COMMA)?.length ?? 0;
  const shownWith = new WeakMap();
  const parted = (typed) => {
    const [, whole, rest] = /^([0-9]+|[٠-٩]+|[۰-۹]+)(\D.*)?$/.exec(typed.replace(COMMA, "")) ?? [];
    return whole ? whole.replace(/(?!^)(?=(?:...)+$)/g, whole[0] > "9" ? "٬" : ",") + (rest ?? "") : typed;
  };
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (
      !field.matches("input[inputmode=decimal]") || event.isComposing ||
      commas(field.value) > (shownWith.get(field) ?? commas(field.defaultValue))
    ) {
      return;
    }
    const shown = parted(field.value);
    shownWith.set(field, commas(shown));
    if (shown !== field.value) {
      let behind = field.value.slice(field.selectionEnd).replace(COMMA, "").length;
      let at = shown.length;
      while (at > 0 && (behind > 0 || shown[at - 1].match(COMMA))) {
        at -= 1;
        behind -= shown[at].match(COMMA) ? 0 : 1;
      }
      field.value = shown;
      field.setSelectionRange(at, at);
    }
  });

  // A menu closes where people expect it to.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // Whoever speaks to the machine, or whose hand trembles, has keys do nothing.
  const KEYS = "inbox-keys";
  const keys = document.querySelector("[data-keys-on]");
  let keysOn = true;
  try {
    keysOn = localStorage.getItem(KEYS) !== "off";
  } catch {
    // A browser that keeps nothing has them on each page.
  }
  const shortcuts = document.getElementById("shortcuts");
  if (keys) {
    keys.checked = keysOn;
    keys.addEventListener("change", () => {
      keysOn = keys.checked;
      try {
        localStorage.setItem(KEYS, keysOn ? "on" : "off");
      } catch {
        // Then it is so on this page alone.
      }
    });
    document.querySelector("[data-shortcuts]")?.addEventListener("click", () => shortcuts.showModal());
  }

  // Keys go by their place, so that they are the same on an Arabic keyboard. A scanner types too, faster than anybody, and what
  // it types leads nowhere; the register has its own keys alone. What is not a key of the frame is offered to the screen, as
  // "hand-key", once no other key has come near it.
  const SOON = 1500;
  const BY_HAND = 60;
  let began = -SOON;
  let last = -SOON;
  let offering = 0;
  document.addEventListener(
    "keydown",
    (event) => {
      clearTimeout(offering);
      if (/^(Shift|Control|Alt|Meta)/.test(event.code)) {
        return;
      }
      const soon = event.timeStamp - began < SOON;
      const scanned = event.timeStamp - last < BY_HAND;
      began = -SOON;
      last = event.timeStamp;
      if (
        !shortcuts || !keysOn || scanned || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey ||
        event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]") ||
        document.querySelector("dialog[open], [data-register]")
      ) {
        return;
      }
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
      const way = soon && letter && document.querySelector(`.side [data-go="${letter}"]`);
      const field = event.code === "Slash" && document.querySelector("#content input[type=search]");
      if (way) {
        way.click();
      } else if (event.code === "Slash" && event.shiftKey) {
        shortcuts.showModal();
      } else if (field) {
        field.focus();
        field.select();
      } else {
        began = letter === "G" ? event.timeStamp : began;
        const offer = () => document.dispatchEvent(new CustomEvent("hand-key", { detail: event.code }));
        offering = event.shiftKey ? 0 : setTimeout(offer, BY_HAND);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );

  // The page that comes of what is sent beside this one; null where there is no network.
  const answered = async (where, body) => {
    document.getElementById("unreached")?.remove();
    try {
      const answer = await fetch(where, { method: "POST", body, headers: { Accept: "text/html" } });
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return null;
    }
  };
  // A browser would show a page of its own for it: here the words stay before the reader, and are sent again from where they are.
  const unreached = (form, submitter) => {
    const said = document.querySelector("[data-unreached]").content.firstElementChild.cloneNode(true);
    said.id = "unreached";
    said.querySelector("button").addEventListener("click", () => form.requestSubmit(submitter));
    (form.closest("dialog") ?? document.body).append(said);
    said.querySelector("button").focus();
  };

  // What is asked first is asked above the page. Unless one is sure nothing is done, so it may be sent twice.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-ask-first]") || event.submitter?.hasAttribute("data-no-ask")) {
      return;
    }
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const where = event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action;
    const page = await answered(where, body);
    if (!page) {
      unreached(form, event.submitter);
      return;
    }
    const ask = page.querySelector("[data-ask]");
    if (ask) {
      const dialog = document.createElement("dialog");
      dialog.append(document.adoptNode(ask));
      const title = dialog.querySelector("h1");
      title.id = "ask-title";
      dialog.setAttribute("aria-labelledby", title.id);
      dialog.addEventListener("close", () => dialog.remove());
      dialog.querySelector("a").addEventListener("click", (click) => {
        click.preventDefault();
        dialog.close();
      });
      // Where its form stands: what is sent from it renews no more than that form would.
      (form.closest("[data-part]") ?? document.body).append(dialog);
      dialog.showModal();
      return;
    }
    delete form.dataset.askFirst;
    form.requestSubmit(event.submitter);
  });

  // A form of a part of the page renews that part, and what it tells of elsewhere: what is typed beside it stays.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const part = form.closest("[data-part]");
    if (event.defaultPrevented || !part || form.method !== "post") {
      return;
    }
    event.preventDefault();
    if (part.ariaBusy) {
      return;
    }
    part.ariaBusy = "true";
    const fields = new FormData(form, event.submitter);
    const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
    const page = await answered(form.action, body);
    if (!page) {
      part.ariaBusy = null;
      unreached(form, event.submitter);
      return;
    }
    if (page.getElementById(part.id)) {
      const said = page.getElementById("said");
      document.getElementById("said")?.remove();
      for (const old of document.querySelectorAll("[data-part]")) {
        const renewed = page.getElementById(old.id);
        if (renewed) {
          old.replaceWith(document.adoptNode(renewed));
        }
      }
      const renewed = document.getElementById(part.id);
      if (said) {
        renewed.before(document.adoptNode(said));
      }
      // The reader goes on where it is said what came of it.
      const told = said ?? renewed.querySelector("[role=alert], [aria-invalid=true]");
      if (told) {
        if (!told.matches("input, select, textarea")) {
          told.tabIndex = -1;
        }
        told.focus();
      }
      return;
    }
    // Somebody else answered, as where one has been signed out: their page is shown. Who stays with their words may send it again.
    part.ariaBusy = null;
    part.removeAttribute("data-part");
    form.requestSubmit(event.submitter);
    part.dataset.part = "";
  });

  // A form is sent once, however often it is tapped; who comes back to the page may send it again.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = "yes";
    }
  });
  const sendable = () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
    }
  };

  // Who leaves words that are not saved is asked first. What was refused is not saved either.
  const words = (form) => new URLSearchParams(new FormData(form)).toString();
  const saved = new Map();
  for (const form of document.querySelectorAll("form[data-unsaved]")) {
    saved.set(form, form.querySelector("[aria-invalid=true]") ? "" : words(form));
  }
  window.addEventListener("beforeunload", (event) => {
    for (const [form, before] of saved) {
      if (!form.dataset.sent && words(form) !== before) {
        event.preventDefault();
        // Whoever stays may send what would have led away once more.
        setTimeout(sendable);
      }
    }
  });
  // Nobody who comes back can tell whether what was sent arrived: its words count as not saved.
  window.addEventListener("pageshow", sendable);
})();
