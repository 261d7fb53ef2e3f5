/*
 * The parts of a page, of which a screen reader, weak eyes and keys have the same whenever they are of one kind: an element with
 * all that is in it and around it, by its tags, its roles and states, its colours and what can be seen of it; by whether it has
 * text, and not by which. How many alike follow one another is no difference.
 */
() => {
  const WORDS = /^(alt|aria-label|aria-roledescription|aria-valuetext|href|label|lang|placeholder|title|value)$/;
  const REFERENCES = /^(aria-activedescendant|aria-controls|aria-describedby|aria-details|aria-errormessage|aria-flowto|aria-labelledby|aria-owns|for|form|headers|list)$/;
  const MEANT = /^(accesskey|aria-.*|autocomplete|checked|colspan|contenteditable|controls|disabled|hidden|inert|kind|multiple|open|readonly|required|role|rowspan|scope|tabindex|type|usemap)$/;
  const STYLES = ["visibility", "opacity", "position", "clipPath", "color", "backgroundColor", "backgroundImage", "fontWeight", "textDecorationLine"];

  const HIDDEN = "hidden";

  // Most texts come again, and looking one up is native.
  const hashes = new Map();
  const hash = (text) => {
    if (!hashes.has(text)) hashes.set(text, hashed(text));
    return hashes.get(text);
  };
  const hashed = (text) => {
    let one = 0xdeadbeef;
    let other = 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      one = Math.imul(one ^ text.charCodeAt(i), 0x9e3779b1);
      other = Math.imul(other ^ text.charCodeAt(i), 0x5f356495);
    }
    return (one >>> 0).toString(36) + "." + (other >>> 0).toString(36);
  };
  const spoken = (text) => (text.trim() ? "some" : "none");

  const referred = new Map();
  for (const one of document.querySelectorAll("[id]")) {
    referred.set(one.id, (referred.get(one.id) ?? "") + spoken(one.textContent));
  }

  const attribute = ({ name, value }) => {
    if (WORDS.test(name)) return name + "=" + spoken(value);
    if (REFERENCES.test(name)) return name + "=" + value.split(/\s+/).map((id) => referred.get(id)).join();
    return MEANT.test(name) ? name + "=" + value : "";
  };

  const seen = (element) => {
    if (element.ownerSVGElement || element.matches("option")) return "drawn by the browser";
    const style = getComputedStyle(element);
    if (style.display === "none") return HIDDEN;
    const size = parseFloat(style.fontSize);
    const box = element.getBoundingClientRect();
    return [
      ...STYLES.map((one) => style[one]),
      style.display.startsWith("inline"),
      size >= (style.fontWeight >= 700 ? 18.66 : 24),
      box.width > 1 && box.height > 1,
      /auto|scroll/.test(style.overflow) && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    ].join();
  };

  const alone = (element, look) => {
    if (element.closest("head")) {
      const [name, content] = ["name", "content"].map((one) => element.getAttribute(one) ?? "");
      return element.tagName + element.httpEquiv + name + (name === "viewport" ? content : "") + spoken(element.textContent);
    }
    return [
      element.tagName,
      ...[...element.attributes].map(attribute).sort(),
      referred.get(element.id) ?? "",
      [...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim()),
      [...(element.labels ?? [])].map((one) => spoken(one.textContent)).join(),
      look,
    ].join(" ");
  };

  // The page itself has whatever parts it has.
  const frames = (element) => element.matches("html, body");

  const kinds = new Map();
  const kind = (element, around, hidden) => {
    const look = hidden ? HIDDEN : seen(element);
    const within = hash(around + alone(element, look));
    const parts = new Set([...element.children].map((one) => kind(one, within, look === HIDDEN)));
    kinds.set(element, frames(element) ? within : hash(within + [...parts].join()));
    return kinds.get(element);
  };
  kind(document.documentElement, "", false);

  window.parts = {
    kinds: () => [...new Set(kinds.values())],
    /** The largest of those kinds, and what comes after others of its kind. */
    of: (told) => {
      const known = new Set(told);
      const found = [];
      const look = (element) => {
        if (known.has(kinds.get(element)) && !frames(element)) {
          found.push(element);
        } else {
          [...element.children].forEach(look);
          known.add(kinds.get(element));
        }
      };
      look(document.documentElement);
      return found;
    },
  };
  return window.parts.kinds();
}
