// The card beside a product's form shows what is being typed.
(() => {
  "use strict";
  const form = document.querySelector("form[data-preview]");
  if (!form) {
    return;
  }
  const grouped = (text) => {
    const plain = text.replace(/[,٬،\s]/g, "");
    return /^\d+$/.test(plain) ? plain.replace(/\B(?=(\d{3})+$)/g, ",") : text;
  };
  const show = (name) => {
    const field = form.elements[name];
    const place = document.querySelector(`[data-show="${name}"]`);
    if (!field || !place) {
      return;
    }
    const text = field.value.trim();
    if (name === "name") {
      place.textContent = text || form.querySelector("label[for=name]").textContent;
      return;
    }
    place.textContent = grouped(text);
    place.parentElement.hidden = text === "";
    if (name === "price") {
      document.querySelector("[data-priceless]").hidden = text !== "";
    }
  };
  for (const name of ["name", "price", "compareAtPrice"]) {
    show(name);
    form.elements[name]?.addEventListener("input", () => show(name));
  }
})();

// What came is counted with large steps, and Enter goes down the column.
(() => {
  "use strict";
  const form = document.querySelector("form[data-receipt]");
  if (!form) {
    return;
  }
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) {
      const field = button.parentElement.querySelector("input");
      const now = Number.parseInt(field.value, 10) || 0;
      field.value = String(Math.max(0, now + Number(button.dataset.step)));
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches(".arrivals input")) {
      return;
    }
    event.preventDefault();
    const cell = event.target.closest("td");
    const row = cell.parentElement.nextElementSibling;
    const next = row?.children[cell.cellIndex].querySelector("input") ?? form.querySelector(".bar .main");
    next.focus();
    next.select?.();
  });
})();
