"use strict";
// What is typed in is kept in this tab alone, until it is closed, and sent to this server alone.
const kept = (name) => sessionStorage.getItem("sendy." + name) ?? "";
const keep = (name, value) =>
  value ? sessionStorage.setItem("sendy." + name, value) : sessionStorage.removeItem("sendy." + name);
const longest = 200_000;

function find(form) {
  const [words, door, count] = ["#words", "#door", ".count"].map((name) => form.querySelector(name));
  // Reading all of the page takes a phone a while, so it waits for somebody who looks for something.
  let lines;
  const read = () =>
    (lines ??= [...document.querySelectorAll("li[data-doors]")].map((line) => ({
      line,
      text: (line.textContent + line.querySelector("a").pathname).toLowerCase(),
      doors: line.dataset.doors.split(" "),
    })));
  const groups = [...document.querySelectorAll("section.group")];
  const show = () => {
    const wanted = words.value.toLowerCase().split(/\s+/);
    const seen = read().filter(({ line, text, doors }) => {
      line.hidden = !(wanted.every((word) => text.includes(word)) && (!door.value || doors.includes(door.value)));
      return !line.hidden;
    });
    groups.forEach((group) => (group.hidden = !group.querySelector("li:not([hidden])")));
    count.textContent = seen.length === lines.length ? "" : seen.length + " of " + lines.length + " operations";
  };
  const asked = new URLSearchParams(location.search).get("door");
  door.value = ["store", "integrations"].includes(asked) ? asked : "";
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (door.value) show();
}

function request(form, door) {
  let path = door.dataset.path;
  const query = new URLSearchParams();
  const headers = new Headers();
  for (const input of form.querySelectorAll("[data-in]")) {
    const value = input.value.trim();
    if (value && input.dataset.in === "path") path = path.replace("{" + input.name + "}", () => encodeURIComponent(value));
    if (value && input.dataset.in === "query") query.append(input.name, value);
    if (value && input.dataset.in === "header") headers.set(input.name, value);
  }
  if (door.dataset.credential === "programs") headers.set("X-API-Key", form.querySelector("#key").value.trim());
  if (door.dataset.credential === "people") headers.set("Authorization", "Bearer " + form.querySelector("#token").value.trim());
  const [json, file] = [form.querySelector("#json"), form.querySelector("#file")];
  let body;
  if (json?.value.trim()) {
    body = json.value;
    headers.set("Content-Type", "application/json");
  } else if (file?.files[0]) {
    body = new FormData();
    body.append(file.dataset.part, file.files[0]);
  }
  return [path + (query.size ? "?" + query : ""), { method: form.dataset.method, headers, body, credentials: "omit", cache: "no-store" }];
}

function element(name, text, more) {
  return Object.assign(document.createElement(name), { textContent: text }, more);
}

function offer(links, data, form) {
  for (const [member, name, words] of [["accessToken", "token", "access token"], ["apiKey", "key", "API key"]]) {
    if (typeof data?.[member] === "string") {
      const button = element("button", "Keep this " + words, { type: "button", className: "small" });
      button.addEventListener("click", () => {
        keep(name, data[member]);
        const input = form.querySelector("#" + name);
        if (input) input.value = data[member];
        button.replaceWith(element("span", "The " + words + " is kept in this tab. "));
      });
      links.append(button);
    }
  }
}

async function show(answer, place, form) {
  const type = answer.headers.get("Content-Type") ?? "";
  const blob = await answer.blob();
  const [links, text] = [place.querySelector(".links"), place.querySelector(".text")];
  links.textContent = "";
  let shown = "";
  if (type.startsWith("application/json")) {
    const whole = JSON.parse(await blob.text());
    shown = JSON.stringify(whole, null, 2);
    offer(links, whole.data, form);
    const first = whole.data?.items?.[0] ?? whole.data?.[0] ?? whole.data;
    const id = first?.id ?? first?.code;
    if (answer.ok && form.dataset.remembered && id) keep("id." + form.dataset.remembered, id);
  } else if (type.startsWith("text/")) {
    shown = await blob.text();
  }
  if (blob.size && !type.startsWith("application/json")) {
    const named = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
    const name = named?.[1] ?? "answer." + type.split(/[/;]/)[1];
    const size = Math.ceil(blob.size / 1024) + " KB";
    links.append(element("a", "Save " + name + " (" + size + ")", { href: URL.createObjectURL(blob), download: name }));
  }
  text.textContent = shown.length > longest ? shown.slice(0, longest) + "\n… cut here" : shown;
  text.hidden = !shown;
  place.querySelector(".headers").textContent = [...answer.headers].map(([name, value]) => name + ": " + value).join("\n");
  place.hidden = false;
}

function tryIt(section) {
  const form = section.querySelector("form");
  const outcome = section.querySelector(".outcome");
  const place = section.querySelector(".answered");
  const door = () => form.querySelector("[name=door]:checked") ?? form.querySelector("[name=door]");
  const fit = () => form.querySelectorAll("div[data-credential]").forEach((one) => (one.hidden = one.dataset.credential !== door().dataset.credential));
  for (const name of ["key", "token"]) {
    const input = form.querySelector("#" + name);
    if (input) {
      input.value = kept(name);
      input.addEventListener("change", () => keep(name, input.value.trim()));
    }
  }
  form.querySelectorAll("[data-reference]").forEach((input) => {
    if (input.required) input.value = kept("id." + input.dataset.reference);
  });
  if (!kept("key") && kept("token")) form.querySelector("[name=door][data-credential=people]")?.click();
  fit();
  form.addEventListener("change", fit);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    outcome.textContent = "Sent, waiting for the answer";
    place.hidden = true;
    const began = performance.now();
    try {
      const answer = await fetch(...request(form, door()));
      const took = Math.round(performance.now() - began);
      await show(answer, place, form);
      outcome.textContent = answer.status + " after " + took + " ms";
    } catch (failed) {
      outcome.textContent = "No answer: " + failed.message;
    }
  });
}

const filter = document.querySelector("form.filter");
if (filter) find(filter);
const section = document.querySelector("#try");
if (section) tryIt(section);
