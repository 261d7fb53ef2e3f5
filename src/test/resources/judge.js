/* What there is in a page that we did not put there: asked of the page itself, and of others that it fetched. */
(page) => {
  const found = [];
  const said = (element, what) => found.push(element.tagName.toLowerCase() + " " + what);
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^(on|th:|hx-|data-hx|srcdoc|formaction)/i.test(name) || name === "style") {
        said(element, name + "=" + value);
      }
      if (/^(href|src|action|xlink:href|poster|data)$/i.test(name) && /^[\x00-\x20]*(javascript|vbscript|data):/i.test(value) && !/^data:image/.test(value)) {
        said(element, name + "=" + value);
      }
      if (/^(src|action)$/i.test(name) && new URL(value, location.href).origin !== location.origin) {
        said(element, name + "=" + value);
      }
    }
  }
  for (const element of page.querySelectorAll("iframe, object, embed, applet, base, frame, math, template, marquee, style, video, audio, foreignObject, animate, set, [http-equiv], noscript *:not(button), body ~ *")) {
    said(element, "is there");
  }
  for (const script of page.querySelectorAll("script")) {
    if (script.type === "application/ld+json") {
      try { JSON.parse(script.textContent); } catch (broken) { said(script, "data: " + broken + script.textContent); }
    } else if (!/^\/assets\//.test(script.getAttribute("src") || "") || script.textContent) {
      said(script, script.outerHTML);
    }
  }
  for (const link of page.querySelectorAll("link[rel=stylesheet]")) {
    if (!/^\/assets\//.test(link.getAttribute("href"))) said(link, link.outerHTML);
  }
  for (const one of ["main", "header", "footer", "head > title"]) {
    const many = page.querySelectorAll(one).length;
    if (many > 1) found.push(many + " of " + one);
  }
  return found;
}
