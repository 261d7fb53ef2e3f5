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
