// What every page of a shop does where scripts run. All of it works without.

// Buttons that count pieces up and down.
for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const field = stepper.querySelector("input");
  for (const button of stepper.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const wanted = (parseInt(field.value, 10) || 0) + Number(button.dataset.step);
      field.value = Math.min(Number(field.max) || wanted, Math.max(Number(field.min), wanted));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}

// Sharing where the browser can, else the link is copied; browsers inside of apps often can do neither.
for (const button of document.querySelectorAll("[data-share]")) {
  const word = button.querySelector("span");
  const { url, title, copy, copied } = button.dataset;
  if (navigator.share) {
    button.hidden = false;
    button.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  } else if (navigator.clipboard) {
    button.hidden = false;
    word.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(url);
      word.textContent = copied;
    });
  }
}

// A picture of another site that cannot be had leaves its place empty, and not the frame that browsers draw for broken ones.
for (const picture of document.querySelectorAll(".pic img")) {
  if (picture.complete && picture.naturalWidth === 0) {
    picture.remove();
  } else {
    picture.addEventListener("error", () => picture.remove());
  }
}

const pageUrl = new URL(location.href);

/** Pieces in the cart, as its cookie says them: visitor~round~sku*pieces~… */
function pieces() {
  const slots = document.cookie.split("; ").filter((each) => each.startsWith("__Host-sendy-cart-"));
  const name = document.querySelector("[data-cart]")?.dataset.cart;
  const own = slots.find((each) => each.startsWith(name + "=")) ?? "";
  return own
    .slice(own.indexOf("=") + 1)
    .split("~")
    .slice(2)
    .reduce((sum, line) => sum + (Number.parseInt(line.slice(line.lastIndexOf("*") + 1), 10) || 0), 0);
}

function count() {
  const mark = document.querySelector("[data-cart-count]");
  if (mark) {
    const number = pieces();
    mark.textContent = number > 99 ? "99+" : String(number);
    mark.hidden = number === 0;
  }
}

/** Sends a form beside the page, and answers the page that comes of it; null when nothing came. */
async function send(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) {
    body.set(button.name, button.value);
  }
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    return { url: answer.url, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
  } catch {
    return null;
  }
}

// Prices that were seen are kept in this browser alone, so that a cart can say what has become dearer.
const SEEN = "sendy-seen:" + (pageUrl.pathname.match(/^\/s\/[^/]+/)?.[0] ?? "");
function seen() {
  try {
    return JSON.parse(localStorage.getItem(SEEN) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** Says which lines cost more than when they were last looked at, and notes what they cost now. */
function compare() {
  const lines = document.querySelectorAll("[data-price][data-sku]");
  if (lines.length === 0) {
    return;
  }
  const before = seen();
  const now = {};
  for (const line of lines) {
    const price = Number(line.dataset.price);
    now[line.dataset.sku] = price;
    line.hidden = !(before[line.dataset.sku] < price);
  }
  try {
    localStorage.setItem(SEEN, JSON.stringify(now));
  } catch {
    // A browser that keeps nothing says nothing.
  }
}

/** The cart changes in its place; the focus stays where it was. */
async function changeCart(form, button) {
  const page = document.querySelector("[data-cart-page]");
  const focus = { id: document.activeElement?.id, label: document.activeElement?.getAttribute("aria-label") };
  page.setAttribute("aria-busy", "true");
  const answer = await send(form, button);
  const next = answer?.page.querySelector("[data-cart-page]");
  const trouble = document.getElementById("trouble");
  trouble.hidden = Boolean(next);
  if (!next) {
    page.removeAttribute("aria-busy");
    trouble.focus();
    return;
  }
  page.replaceWith(next);
  count();
  compare();
  const again = (focus.id && document.getElementById(focus.id)) || (focus.label && next.querySelector(`[aria-label="${CSS.escape(focus.label)}"]`));
  (again || next.querySelector(".undo button") || document.querySelector("h1")).focus({ preventScroll: true });
}

/** Adds without leaving the page, and says so. */
async function add(form, button) {
  const answer = await send(form, button);
  if (!answer) {
    // The browser would show a page of its own: here one tap sends it again.
    const lost = document.querySelector("[data-unreached]");
    lost.hidden = false;
    lost.onclick = () => {
      lost.hidden = true;
      add(form, button);
    };
    return;
  }
  if (!answer.page.querySelector("[data-cart-page]") || answer.url.includes("full=")) {
    form.submit();
    return;
  }
  count();
  const said = document.querySelector("[data-added]");
  said.hidden = true;
  requestAnimationFrame(() => {
    said.hidden = false;
  });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-cart-form]")) {
    event.preventDefault();
    changeCart(form, event.submitter);
  } else if (form.matches("#buy, .card-add") && event.submitter?.value !== "checkout") {
    event.preventDefault();
    add(form, event.submitter);
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-stepped] input[name=quantity]")) {
    changeCart(event.target.form);
  }
});

count();
compare();
document.addEventListener("sendy:cart", count);
// A page that comes back by the back button shows the cart as it is now.
addEventListener("pageshow", count);
