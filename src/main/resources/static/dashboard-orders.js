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
  // A scanner types too, faster than anybody: a digit that has another key near it, before or after, does nothing.
  const BY_HAND = 60;
  let last = -BY_HAND;
  let pressing = 0;
  document.addEventListener("keydown", (event) => {
    const scanned = event.timeStamp - last < BY_HAND;
    last = event.timeStamp;
    clearTimeout(pressing);
    const key = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (
      !key || !on || scanned || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ||
      event.target.closest("input:not([type=checkbox]), select, textarea, dialog") || document.querySelector("dialog[open]")
    ) {
      return;
    }
    const button = document.querySelector(`[data-key="${key[1]}"]`);
    if (button) {
      event.preventDefault();
      pressing = setTimeout(() => button.click(), BY_HAND);
    }
  });
})();
