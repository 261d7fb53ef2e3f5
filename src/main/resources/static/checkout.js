// Checkout where scripts run: areas and sums follow what is typed; whatever fails keeps all that was typed; what is sent again
// is never a second order, since the form names its round.
const AFTER_TYPING = 400;
const PATIENCE = 30_000;
const REMEMBERED = ["phone", "name", "province"];
const DRAFTED = [...REMEMBERED, "area", "address", "notes"];

const one = (id) => document.getElementById(id);
const order = () => one("order");
const slug = order()?.dataset.slug ?? document.querySelector("[data-thanks]")?.dataset.slug;

/** What a browser may refuse to keep. */
function keep(storage, name, value) {
  try {
    const place = globalThis[storage];
    if (value === null) {
      place.removeItem(name + slug);
    } else {
      place.setItem(name + slug, JSON.stringify(value));
    }
  } catch {
    // Then nothing is offered again.
  }
}

function kept(storage, name) {
  try {
    return JSON.parse(globalThis[storage].getItem(name + slug)) ?? {};
  } catch {
    return {};
  }
}

/** Sends the form beside the page and answers what came of it; null when nothing came. */
async function send(what, signal) {
  const body = new URLSearchParams(new FormData(order()));
  body.set("do", what);
  try {
    const answer = await fetch(order().action, { method: "POST", body, signal, headers: { Accept: "text/html" } });
    return {
      status: answer.status,
      url: answer.url,
      moved: answer.redirected,
      wait: answer.headers.get("Retry-After"),
      page: new DOMParser().parseFromString(await answer.text(), "text/html"),
    };
  } catch {
    return null;
  }
}

let typing = 0;
let asking = null;

/** Asks anew what it costs, once nothing was typed for a while; an answer to an older question is dropped. */
function refreshSoon() {
  clearTimeout(typing);
  typing = setTimeout(refresh, AFTER_TYPING);
}

async function refresh() {
  clearTimeout(typing);
  asking?.abort();
  const question = new AbortController();
  asking = question;
  order().setAttribute("aria-busy", "true");
  const answer = await send("show", AbortSignal.any([question.signal, AbortSignal.timeout(PATIENCE)]));
  if (asking !== question) {
    return;
  }
  asking = null;
  order().removeAttribute("aria-busy");
  if (answer?.moved) {
    location.assign(answer.url);
  } else if (answer?.status === 200) {
    show(answer.page);
  }
}

/** Takes over what follows from what was typed, and leaves alone what is being typed. */
function show(page) {
  for (const id of ["sums-box", "summary-pieces", "summary-total", "send-words", "code-say"]) {
    const next = page.getElementById(id);
    if (next && one(id) && next.innerHTML !== one(id).innerHTML) {
      one(id).replaceChildren(...next.childNodes);
    }
  }
  one("shown").value = page.getElementById("shown")?.value ?? "";
  if (page.getElementById("lines") && !one("lines").contains(document.activeElement)) {
    one("lines").replaceChildren(...page.getElementById("lines").childNodes);
  }
  const area = one("area");
  const chosen = area.value || area.dataset.wanted || "";
  area.replaceChildren(...page.getElementById("area").childNodes);
  area.value = chosen;
  if (area.selectedIndex < 0) {
    area.selectedIndex = 0;
  }
  const code = one("code");
  code.toggleAttribute("aria-invalid", Boolean(one("code-wrong")));
  if (one("code-wrong")) {
    code.setAttribute("aria-invalid", "true");
  }
  document.dispatchEvent(new Event("sendy:cart"));
}

let sending = false;

async function place(what) {
  if (sending) {
    return;
  }
  sending = true;
  clearTimeout(typing);
  asking?.abort();
  asking = null;
  const button = one("send");
  button.setAttribute("aria-busy", "true");
  one("trouble").hidden = true;
  const answer = await send(what, AbortSignal.timeout(PATIENCE));
  sending = false;
  button.removeAttribute("aria-busy");
  order().removeAttribute("aria-busy");
  if (answer === null) {
    trouble(button.dataset.offline);
  } else if (answer.moved) {
    leave(answer.url);
  } else if (answer.page.getElementById("checkout")) {
    turn(answer.page);
  } else if (answer.status === 429) {
    trouble(button.dataset.wait.replace("{0}", answer.wait ?? "60"));
  } else {
    trouble(button.dataset.ours);
  }
}

/** What went wrong on the way, above the fields, which stay as they are. */
function trouble(words) {
  const box = one("trouble");
  one("faults")?.remove();
  box.textContent = words;
  box.hidden = false;
  box.focus();
}

/** The page as the server answered it, with all that was typed. */
function turn(page) {
  one("checkout").replaceWith(page.getElementById("checkout"));
  document.title = page.title;
  dress();
  (one("faults") ?? one("otp") ?? document.querySelector("h1")).focus();
}

function leave(url) {
  const form = order();
  keep("localStorage", "sendy-me:", Object.fromEntries(REMEMBERED.map((name) => [name, form.elements[name].value])));
  keep("sessionStorage", "sendy-draft:", null);
  location.assign(url);
}

function digits(typed) {
  return typed
    .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x0660)
    .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x06f0)
    .replace(/[^0-9+]/g, "");
}

function checkPhone() {
  const phone = one("phone");
  const wrong = phone.value.trim() !== "" && !/^(?:\+964|00964|964)?0?7[3-9][0-9]{8}$/.test(digits(phone.value));
  const said = one("phone-wrong");
  said.textContent = wrong ? said.dataset.wrong : "";
  said.hidden = !wrong;
  if (wrong) {
    phone.setAttribute("aria-invalid", "true");
  } else {
    phone.removeAttribute("aria-invalid");
  }
}

function located(position) {
  one("lat").value = position ? position.coords.latitude.toFixed(6) : "";
  one("lng").value = position ? position.coords.longitude.toFixed(6) : "";
  one("place-add").hidden = Boolean(position);
  one("place-added").hidden = !position;
  one("place-say").textContent = "";
}

/** What scripts add to a form that has just been shown. */
function dress() {
  for (const button of order().querySelectorAll("[data-plain]")) {
    button.hidden = true;
  }
  if (isSecureContext && "geolocation" in navigator) {
    one("place").hidden = false;
    one("place-add").hidden = one("lat").value !== "";
    one("place-added").hidden = one("lat").value === "";
  }
  const again = order().querySelector("[data-again]");
  if (again) {
    again.hidden = true;
    setTimeout(() => {
      again.hidden = false;
    }, 1000 * Number(again.dataset.again));
  }
}

/** Offers what was typed here before: a draft of this visit, or who ordered last. */
function offer() {
  const me = kept("localStorage", "sendy-me:");
  const draft = kept("sessionStorage", "sendy-draft:");
  const form = order();
  let filled = false;
  for (const name of DRAFTED) {
    const value = draft[name] || me[name] || "";
    const field = form.elements[name];
    if (value && field.value === "") {
      if (name === "area") {
        field.dataset.wanted = value;
      } else {
        field.value = value;
        filled = filled || name === "province";
      }
    }
  }
  one("forget").hidden = Object.keys(me).length === 0;
  if (filled && form.elements.province.value) {
    refresh();
  }
}

function forget() {
  const me = kept("localStorage", "sendy-me:");
  keep("localStorage", "sendy-me:", null);
  keep("sessionStorage", "sendy-draft:", null);
  for (const name of REMEMBERED) {
    if (order().elements[name].value === me[name]) {
      order().elements[name].value = "";
    }
  }
  one("forget").hidden = true;
  one("phone").focus();
  refresh();
}

if (order()) {
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "order") {
      return;
    }
    event.preventDefault();
    const what = event.submitter?.value ?? "send";
    if (what === "show") {
      refresh();
    } else {
      place(what);
    }
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.id === "province") {
      one("area").value = "";
    }
    if (field.matches?.("[data-priced]") || (field.id === "phone" && one("code").value !== "")) {
      refreshSoon();
    }
  });

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("input[data-priced]")) {
      refreshSoon();
    }
    if (event.target.form?.id === "order") {
      const elements = order().elements;
      keep("sessionStorage", "sendy-draft:", Object.fromEntries(DRAFTED.map((name) => [name, elements[name].value])));
    }
  });

  // Enter where something is applied does not send the order.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.("input[data-priced]")) {
      event.preventDefault();
      refresh();
    }
  });

  document.addEventListener("focusout", (event) => {
    if (event.target.id === "phone") {
      checkPhone();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (button?.id === "place-add") {
      navigator.geolocation.getCurrentPosition(located, () => {
        one("place-say").textContent = one("place").dataset.none;
      }, { enableHighAccuracy: true, timeout: 10_000 });
    } else if (button?.id === "place-remove") {
      located(null);
      one("place-add").focus();
    } else if (button?.closest("#forget")) {
      forget();
    }
  });

  // A link of the summary leads into what is folded.
  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("#faults a")?.hash;
    const field = target && document.querySelector(target);
    if (field) {
      event.preventDefault();
      const folded = field.closest("details");
      if (folded) {
        folded.open = true;
      }
      field.focus();
      field.scrollIntoView({ block: "center" });
    }
  });

  dress();
  offer();
}
