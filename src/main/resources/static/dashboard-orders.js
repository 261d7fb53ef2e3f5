// The desk by keys: the number beside a button presses it. Keys are places, so that an Arabic layout has them too.
(() => {
  "use strict";
  const KEPT = "sendy.keys.calls";
  const wanted = document.querySelector("[data-keys]");
  const read = () => {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true;
    }
  };
  let on = read();
  if (wanted) {
    wanted.checked = on;
    wanted.addEventListener("change", () => {
      on = wanted.checked;
      try {
        localStorage.setItem(KEPT, on ? "on" : "off");
      } catch {
        // A browser that keeps nothing asks again next time.
      }
    });
  }
  document.addEventListener("hand-key", (event) => {
    const key = on && /^(?:Digit|Numpad)([1-9])$/.exec(event.detail);
    if (key) {
      document.querySelector(`[data-key="${key[1]}"]`)?.click();
    }
  });
})();
