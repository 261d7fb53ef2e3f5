// Says now and then that somebody still looks at what the page shows, or writes about it, and shows who else does.
(() => {
  "use strict";
  const form = document.querySelector("form[data-presence]");
  if (!form) {
    return;
  }
  const EVERY = 30000;
  const say = async (doing) => {
    const body = new URLSearchParams(new FormData(form));
    body.set("doing", doing);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const others = answer.ok && page.querySelector("[data-presence] [role=status]");
      const shown = form.querySelector("[role=status]");
      if (others && others.innerHTML !== shown.innerHTML) {
        shown.innerHTML = others.innerHTML;
      }
    } catch {
      // Without a network nobody is told; the next time they are.
    }
  };
  let typed = false;
  let told = -EVERY;
  document.addEventListener("input", (event) => {
    if (event.target.id !== "text") {
      return;
    }
    typed = true;
    if (event.timeStamp - told > EVERY) {
      told = event.timeStamp;
      typed = false;
      say("writing");
    }
  });
  setInterval(() => {
    if (document.visibilityState === "visible") {
      say(typed ? "writing" : "looking");
    }
    typed = false;
  }, EVERY);
})();
