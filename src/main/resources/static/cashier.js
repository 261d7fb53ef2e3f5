// The counter: what is sold is kept in this browser first, and sent when the server can be reached. Nothing here says what a
// discount comes to or whether a sale may be: the server does, and a sale that was made is not refused by it.
(() => {
  "use strict";
  const main = document.querySelector("#content");
  const CACHE = "sendy-cashier";
  const DAY = 24 * 60 * 60 * 1000;
  const BATCH = 20;
  const FIELDS = 400;
  const MOST_LINES = 100;

  // Who signs out leaves no page behind; sales that were not sent stay, for whoever comes next.
  const forgetPage = () => self.caches?.delete(CACHE);
  document.querySelector("form[action$='/sign-out']")?.addEventListener("submit", forgetPage);
  if (main.dataset.counterClosed) {
    forgetPage();
  }
  if (!main.dataset.store) {
    return;
  }

  // What is kept in the browser. A sale counts as kept when its transaction has ended, and not before.
  const stores = new Promise((done, fail) => {
    const opening = indexedDB.open("sendy-cashier-" + main.dataset.store, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("goods", { keyPath: "id" });
      opening.result.createObjectStore("sales", { keyPath: "saleId" });
      opening.result.createObjectStore("parked", { keyPath: "id" });
      opening.result.createObjectStore("kept");
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const work = async (name, mode, step) => {
    const transaction = (await stores).transaction(name, mode, { durability: "strict" });
    const request = step(transaction.objectStore(name));
    return new Promise((done, fail) => {
      transaction.oncomplete = () => done(request?.result);
      transaction.onabort = () => fail(transaction.error);
      transaction.onerror = () => fail(transaction.error);
    });
  };
  const all = (name) => work(name, "readonly", (store) => store.getAll());
  const put = (name, value) => work(name, "readwrite", (store) => store.put(value));
  const drop = (name, key) => work(name, "readwrite", (store) => store.delete(key));
  const kept = (key) => work("kept", "readonly", (store) => store.get(key));
  const keep = (key, value) => work("kept", "readwrite", (store) => store.put(value, key));

  // How the server is reached. A page that was kept has an old proof of its forms, so a fresh one is fetched once.
  let proof = document.querySelector("input[name=_csrf]")?.value ?? "";
  let reached = () => {};
  let trouble = () => {};
  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  async function ask(url, fields, patience) {
    try {
      const body = fields && new URLSearchParams([["_csrf", proof], ...fields]);
      const answer = await fetch(url, {
        method: body ? "POST" : "GET",
        body,
        headers: { Accept: "text/html" },
        cache: "no-store",
        signal: AbortSignal.timeout(patience),
      });
      reached(answer.status < 500);
      return answer;
    } catch {
      reached(false);
      return null;
    }
  }
  async function post(url, fields, patience = 15000) {
    let answer = await ask(url, fields, patience);
    if (answer?.status === 403) {
      const page = await ask(main.dataset.page, null, patience);
      if (page?.ok && !page.redirected) {
        proof = (await parse(page)).querySelector("input[name=_csrf]")?.value ?? proof;
        answer = await ask(url, fields, patience);
      } else if (page?.redirected) {
        answer = page;
      }
    }
    if (!answer) {
      return null;
    }
    if (answer.redirected) {
      trouble("signIn");
      return null;
    }
    if (!answer.ok) {
      trouble(answer.status === 403 ? "denied" : "busy");
      return null;
    }
    trouble(null);
    return parse(answer);
  }

  // Sales, from being kept to being taken.
  const inOrder = (sales) => sales.sort((a, b) => a.at - b.at || a.saleId.localeCompare(b.saleId));
  const unsent = async () => inOrder((await all("sales")).filter((sale) => sale.state === "unsent"));
  const waiting = async () => (await all("sales")).filter((sale) => sale.state === "unsent" || sale.state === "refused");
  let told = () => {};
  let sending = null;
  function send() {
    sending ??= sendAll().finally(() => {
      sending = null;
      told();
    });
    return sending;
  }
  const fieldsOf = (sale, index) => {
    const at = "sales[" + index + "].";
    const fields = [
      [at + "saleId", sale.saleId],
      [at + "soldAt", sale.soldAt],
      [at + "cashierSessionId", sale.session],
      [at + "paymentMethod", sale.method],
    ];
    if (sale.tendered !== null) {
      fields.push([at + "cashTendered", wire(sale.tendered, sale.decimals)]);
    }
    if (sale.code) {
      fields.push([at + "discountCode", sale.code]);
      if (sale.codeTook !== undefined) {
        fields.push([at + "discountCodeAmount", wire(sale.codeTook, sale.decimals)]);
      }
    }
    sale.lines.forEach((line, number) => {
      const item = at + "items[" + number + "].";
      fields.push(
        [item + "productId", line.id],
        [item + "quantity", line.n],
        [item + "unitPrice", wire(line.price, sale.decimals)],
      );
    });
    return fields;
  };
  async function sendAll() {
    for (;;) {
      const fields = [];
      const batch = [];
      for (const sale of (await unsent()).slice(0, BATCH)) {
        const own = fieldsOf(sale, batch.length);
        if (batch.length && fields.length + own.length > FIELDS) {
          break;
        }
        fields.push(...own);
        batch.push(sale);
      }
      const answer = batch.length ? await post(main.dataset.sales, fields) : null;
      const fates = answer?.querySelectorAll("#taken > li") ?? [];
      for (const fate of fates) {
        const sale = batch.find((one) => one.saleId === fate.dataset.sale);
        if (sale) {
          const sent = Boolean(fate.dataset.order);
          await put("sales", {
            ...sale,
            state: sent ? "sent" : "refused",
            order: fate.dataset.order ?? null,
            number: fate.dataset.number ?? null,
            why: sent ? null : fate.textContent,
          });
        }
      }
      told();
      if (!fates.length) {
        return;
      }
    }
  }
  const wire = (minor, decimals) => (decimals ? (minor / 10 ** decimals).toFixed(decimals) : String(minor));
  const often = (each) => {
    setInterval(each, 30000);
    addEventListener("online", each);
    each();
  };

  // Where a drawer is counted or opened, what is not sent yet is sent, and told.
  if ("counting" in main.dataset) {
    told = async () => {
      const count = (await waiting()).length;
      document.querySelector("[data-unsent]").hidden = !count;
      document.querySelector("[data-count]").textContent = count;
      const field = document.querySelector("#unsent");
      if (field) {
        field.value = count;
      }
    };
    told().then(() => often(send));
    return;
  }

  // The register itself.
  const $ = (selector) => document.querySelector(selector);
  const decimals = Number(main.dataset.decimals);
  const rounding = Number(main.dataset.step);
  const till = $("[data-till]");
  const words = Object.fromEntries(Array.from(document.querySelectorAll("#words > li"), (li) => [li.dataset.key, li.textContent]));
  const word = (key, filling) => words[key].replace("{}", filling ?? "");
  const shown = (minor) =>
    (minor / 10 ** decimals)
      .toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
      .replace("-", "\u2212");
  const money = (minor) => "\u2066" + shown(minor) + "\u2069\u00a0" + main.dataset.unit;
  const made = (id) => $("#" + id).content.firstElementChild.cloneNode(true);
  // As it is typed: with digits of any of the three scripts, their points, and commas of thousands.
  const number = (text) =>
    Number(
      text
        .replaceAll(/[,٬،\s]/g, "")
        .replaceAll("٫", ".")
        .replaceAll(/[٠-٩۰-۹]/g, (one) => one.charCodeAt(0) & 0xf),
    );
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[\u064b-\u0652\u0640]/g, "")
      .replace(/[أإآ]/g, "ا")
      .replace(/[ىی]/g, "ي")
      .replace(/[ة]/g, "ه")
      .replace(/[ک]/g, "ك");

  let goods = new Map();
  let pinned = [];
  let cart = { lines: [], discount: null };
  let skew = 0;
  let priced = null;
  let tender = { method: "Cash", typed: "" };
  let last = null;

  reached = (yes) => {
    $("[data-online]").hidden = !yes;
    $("[data-offline]").hidden = yes;
  };
  trouble = (what) => {
    $("[data-trouble]").hidden = !what;
    $("[data-trouble-text]").textContent = what ? word(what) : "";
    $("[data-sign-in]").hidden = what !== "signIn";
  };
  told = async () => {
    const [sales, parked] = [await all("sales"), await all("parked")];
    const open = sales.filter((sale) => sale.state === "unsent" || sale.state === "refused");
    const count = $("main [data-unsent]");
    count.textContent = open.length;
    count.closest("button").classList.toggle("waits", open.length > 0);
    $("[data-parked]").textContent = parked.length;
    showLog(sales);
    showParked(parked);
    if (last) {
      showState(sales.find((sale) => sale.saleId === last.saleId) ?? last);
    }
  };

  // Goods.
  async function fetchGoods() {
    const found = [];
    let pins = [];
    let next = "";
    do {
      const answer = await ask(main.dataset.goods + (next ? "?cursor=" + encodeURIComponent(next) : ""), null, 15000);
      if (answer?.redirected) {
        trouble("signIn");
        return;
      }
      if (!answer?.ok) {
        return;
      }
      const sent = Date.parse(answer.headers.get("Date"));
      if (sent) {
        skew = sent - Date.now();
        await keep("skew", skew);
      }
      const page = await parse(answer);
      for (const li of page.querySelectorAll("#goods > li")) {
        const { id, sku, price, barcode, picture, available } = li.dataset;
        found.push({ id, sku, name: li.textContent, price: price === undefined ? null : Number(price), barcode, picture, available });
      }
      pins = Array.from(page.querySelectorAll("#pinned > li"), (li) => li.dataset.id);
      next = page.querySelector("#goods").dataset.next ?? "";
    } while (next);
    await work("goods", "readwrite", (store) => {
      store.clear();
      found.forEach((each) => store.put(each));
      return null;
    });
    await keep("pinned", pins);
    take(found, pins);
  }
  function take(found, pins) {
    goods = new Map(found.map((each) => [each.id, { ...each, folded: fold(each.name + " " + each.sku + " " + (each.barcode ?? "")) }]));
    pinned = pins.filter((id) => goods.has(id));
    showTiles();
  }
  function showTiles() {
    const wanted = fold($("#find").value.trim());
    const list = wanted
      ? [...goods.values()].filter((each) => wanted.split(/\s+/).every((part) => each.folded.includes(part)))
      : pinned.length
        ? pinned.map((id) => goods.get(id))
        : [...goods.values()];
    $("[data-said]").textContent = !goods.size ? word("noGoods") : list.length ? "" : word("none");
    $("[data-tiles]").replaceChildren(
      ...list.slice(0, 60).map((each) => {
        const tile = made("tile");
        const button = tile.querySelector("button");
        button.dataset.add = each.id;
        button.querySelector("bdi").textContent = each.name;
        button.querySelector(".tile-price").textContent = each.price === null ? word("unpriced") : money(each.price);
        button.disabled = each.price === null;
        if (each.picture) {
          const picture = new Image(96, 64);
          picture.alt = "";
          picture.loading = "lazy";
          picture.src = each.picture;
          picture.addEventListener("error", () => picture.remove());
          button.querySelector(".tile-picture").append(picture);
        }
        return tile;
      }),
    );
    showCounts();
  }
  function showCounts() {
    for (const button of document.querySelectorAll("[data-add]")) {
      const pieces = cart.lines.find((line) => line.id === button.dataset.add)?.n ?? 0;
      const count = button.querySelector(".tile-count");
      count.hidden = !pieces;
      count.textContent = pieces;
    }
  }

  // The cart.
  const sum = (lines) => lines.reduce((total, line) => total + line.price * line.n, 0);
  function add(id, pieces) {
    const product = goods.get(id);
    const line = cart.lines.find((one) => one.id === id);
    if (line) {
      line.n = Math.min(line.n + pieces, 10000);
      cart.lines = cart.lines.filter((one) => one.n > 0);
    } else if (product && product.price !== null && pieces > 0 && cart.lines.length < MOST_LINES) {
      cart.lines.push({ id, name: product.name, price: product.price, n: pieces });
    }
    changed();
  }
  function changed() {
    keep("cart", cart);
    showCart();
  }
  function showCart() {
    const total = sum(cart.lines);
    $("[data-empty]").hidden = cart.lines.length > 0;
    $("[data-total]").textContent = shown(Math.max(0, total - cut(total)));
    $("[data-pieces]").textContent = cart.lines.reduce((all, line) => all + line.n, 0);
    $("[data-do=tender]").disabled = !cart.lines.length;
    $("[data-cut]").hidden = !cart.discount;
    $("[data-cut-text]").textContent = cart.discount
      ? cart.discount.code
        ? word("code", "\u2066" + cart.discount.code + "\u2069")
        : word("off", money(cut(total)))
      : "";
    $("[data-lines]").replaceChildren(
      ...cart.lines.map((each) => {
        const line = made("line");
        line.querySelector(".line-name").textContent = each.name;
        line.querySelector(".line-sum bdi").textContent = shown(each.price * each.n);
        line.querySelector(".line-count").textContent = each.n;
        for (const button of line.querySelectorAll("button")) {
          button.dataset.line = each.id;
          button.querySelector(".hidden").textContent = word(button.dataset.step === "1" ? "more" : "less") + " " + each.name;
        }
        return line;
      }),
    );
    showCounts();
  }
  function cut(total) {
    const discount = cart.discount;
    if (!discount || discount.code) {
      return 0;
    }
    return Math.min(total, discount.percent ? Math.round((total * discount.percent) / 100) : discount.amount);
  }
  async function park() {
    if (cart.lines.length) {
      await put("parked", { id: crypto.randomUUID(), at: Date.now(), cart });
      cart = { lines: [], discount: null };
      changed();
      told();
    }
  }
  function showParked(parked) {
    $("[data-parked-none]").hidden = parked.length > 0;
    $("[data-parked-list]").replaceChildren(
      ...parked
        .sort((a, b) => a.at - b.at)
        .map((each) => {
          const row = made("row");
          row.querySelector(".row-what").textContent = each.cart.lines.map((line) => line.name + " ×" + line.n).join("، ");
          row.querySelector(".row-why").textContent = clock(each.at) + " · " + money(sum(each.cart.lines));
          row.querySelector(".actions").append(
            button(word("resume"), async () => {
              await park();
              cart = each.cart;
              await drop("parked", each.id);
              changed();
              told();
              $("#parked").close();
            }),
          );
          return row;
        }),
    );
  }
  function button(text, tapped) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.addEventListener("click", tapped);
    return made;
  }
  const clock = (at) => new Intl.DateTimeFormat(document.documentElement.lang + "-u-nu-latn", { hour: "numeric", minute: "2-digit" }).format(at);

  // Payment: the server is asked what it comes to, and what is at hand counts where it cannot be.
  // By largest remainder, ties to the earlier line, as the server does it: the parts add up, and no line falls below zero.
  const spread = (nets, off) => {
    const total = BigInt(nets.reduce((all, net) => all + net, 0) || 1);
    const shares = nets.map((net) => BigInt(off) * BigInt(net));
    const left = nets.map((net, at) => net - Number(shares[at] / total));
    const rest = (at) => Number(shares[at] % total);
    const more = off - nets.reduce((all, net, at) => all + net - left[at], 0);
    const byRest = [...nets.keys()].sort((a, b) => rest(b) - rest(a));
    byRest.slice(0, more).forEach((at) => (left[at] -= 1));
    return left;
  };
  // A sum that pieces do not share evenly is two lines: some pieces cost one unit more.
  const pieces = (line, net) => {
    const each = Math.floor(net / line.n);
    const rest = net - each * line.n;
    return [
      { id: line.id, name: line.name, n: rest, price: each + 1 },
      { id: line.id, name: line.name, n: line.n - rest, price: each },
    ].filter((one) => one.n > 0);
  };
  async function price() {
    const lines = cart.lines.map((line) => ({ ...line }));
    const discount = cart.discount;
    const fields = [["cashierSessionId", main.dataset.session]];
    lines.forEach((line, at) => fields.push(["items[" + at + "].productId", line.id], ["items[" + at + "].quantity", line.n]));
    if (discount?.code) {
      fields.push(["discountCode", discount.code]);
    }
    const page = main.dataset.quote && $("[data-offline]").hidden ? await post(main.dataset.quote, fields, 4000) : null;
    const quote = page?.querySelector("#quote");
    const quoted = quote && Array.from(quote.querySelectorAll("li"));
    const trusted = quoted?.length === lines.length && quoted.every((li) => li.dataset.unpriced === undefined);
    const notes = [];
    let nets = trusted ? quoted.map((li) => Number(li.dataset.net)) : lines.map((line) => line.price * line.n);
    if (!trusted) {
      notes.push(page?.querySelector("#wrong")?.textContent ?? word("noRules"));
    }
    let off = 0;
    let code = null;
    if (discount?.code) {
      code = trusted ? (quote.dataset.code ?? null) : null;
      off = code ? Number(quote.dataset.off) : 0;
      if (!code) {
        notes.push(trusted ? (quote.dataset.lost ?? "") : word("codeOffline"));
      }
    } else if (discount) {
      const total = nets.reduce((all, net) => all + net, 0);
      nets = spread(nets, cut(total));
    }
    const sold = lines.flatMap((line, at) => pieces(line, nets[at]));
    return {
      lines: sold,
      before: sum(lines),
      total: sum(sold) - off,
      code,
      off,
      note: notes.filter(Boolean).join(" "),
    };
  }
  const rounded = (total) => (rounding <= 1 ? total : Math.floor((2 * total + rounding) / (2 * rounding)) * rounding);
  const due = () => (tender.method === "Cash" ? rounded(priced.total) : priced.total);
  const given = () => (tender.typed === "" ? due() : Math.round(Number(tender.typed) * 10 ** decimals));
  async function openTender() {
    if (!cart.lines.length || $("#tender").open) {
      return;
    }
    till.classList.remove("open");
    tender = { method: "Cash", typed: "" };
    priced = null;
    const asked = await price();
    priced = asked;
    $("[data-priced]").hidden = !priced.note;
    $("[data-priced-text]").textContent = priced.note;
    const notes = decimals ? [1, 5, 10, 20, 50, 100].map((note) => note * 10 ** decimals) : [5000, 10000, 25000, 50000];
    const sums = [...new Set(notes.map((note) => Math.ceil(due() / note) * note))].filter((one) => one > due()).slice(0, 4);
    $("[data-notes]").replaceChildren(
      ...[due(), ...sums].map((one, at) => {
        const note = button(at ? shown(one) : word("exact"), () => {
          tender.typed = wire(one, decimals);
          showTender();
        });
        note.dataset.note = one;
        return note;
      }),
    );
    showTender();
    $("#tender").showModal();
  }
  function showTender() {
    const change = given() - due();
    for (const part of document.querySelectorAll("#tender [data-cash]")) {
      part.hidden = tender.method !== "Cash";
    }
    for (const method of document.querySelectorAll("[data-method]")) {
      method.setAttribute("aria-pressed", method.dataset.method === tender.method);
    }
    $("[data-due]").textContent = shown(due());
    $("[data-tendered]").textContent = tender.typed === "" ? "—" : shown(given());
    $("[data-change]").textContent = shown(Math.max(0, change));
    const little = tender.method === "Cash" && change < 0;
    $("[data-tender-wrong]").hidden = !little;
    $("[data-tender-wrong]").textContent = little ? word("tooLittle") : "";
    $("[data-do=sell]").disabled = little;
  }
  const amount = new RegExp(decimals ? "^(\\d{1,9}(\\.\\d{0," + decimals + "})?)?$" : "^\\d{0,9}$");
  function digit(pressed) {
    const typed = pressed === "back" ? tender.typed.slice(0, -1) : tender.typed + pressed;
    const tidy = typed.replace(/^0+(?=\d)/, "").replace(/^\./, "0.");
    if (amount.test(tidy)) {
      tender.typed = tidy;
      showTender();
    }
  }
  let selling = false;
  async function sell() {
    if (selling || !priced || $("[data-do=sell]").disabled) {
      return;
    }
    selling = true;
    const cash = tender.method === "Cash";
    const now = Date.now() + skew;
    const sale = {
      saleId: crypto.randomUUID(),
      at: Date.now(),
      soldAt: new Date(now).toISOString(),
      session: main.dataset.session,
      lines: priced.lines,
      before: priced.before,
      total: priced.total,
      due: due(),
      code: priced.code,
      codeTook: priced.off,
      method: tender.method,
      tendered: cash ? given() : null,
      change: cash ? given() - due() : 0,
      decimals,
      state: "unsent",
    };
    try {
      await put("sales", sale);
    } catch {
      selling = false;
      $("[data-tender-wrong]").hidden = false;
      $("[data-tender-wrong]").textContent = word("notKept");
      return;
    }
    cart = { lines: [], discount: null };
    changed();
    selling = false;
    last = sale;
    $("#tender").close();
    $("[data-done-change]").textContent = shown(sale.change);
    showState(sale);
    $("#done").showModal();
    told();
    send();
  }
  function showState(sale) {
    $("[data-done-state]").textContent = sale.state === "refused" ? sale.why : word(sale.state === "sent" ? "sent" : "stored");
    const paper = $("[data-done-paper]");
    paper.hidden = !sale.order || !main.dataset.receipts;
    if (sale.order) {
      paper.href = main.dataset.receipts + "/" + sale.order;
    }
  }

  // The receipt as HTML, which prints without a network too.
  function receipt(sale) {
    const paper = document.createElement("section");
    paper.className = "receipt";
    const say = (tag, text, className) => {
      const part = document.createElement(tag);
      part.textContent = text;
      part.dir = "auto";
      part.className = className ?? "";
      paper.append(part);
      return part;
    };
    const pair = (what, amount, className) => {
      const row = document.createElement("p");
      row.className = "pair " + (className ?? "");
      const [term, value] = [document.createElement("bdi"), document.createElement("bdi")];
      term.textContent = what;
      value.textContent = amount;
      row.append(term, value);
      paper.append(row);
    };
    say("h2", main.dataset.shop);
    pair(word("receiptNumber"), sale.number ?? sale.saleId.slice(0, 8).toUpperCase());
    say("p", new Intl.DateTimeFormat(document.documentElement.lang + "-u-nu-latn", { dateStyle: "medium", timeStyle: "short" }).format(sale.at));
    for (const line of sale.lines) {
      say("p", line.name, "what");
      pair("\u2066" + line.n + " × " + shown(line.price) + "\u2069", shown(line.n * line.price));
    }
    const lines = sum(sale.lines);
    if (lines > sale.total) {
      pair(word("receiptDiscount") + " " + (sale.code ?? ""), shown(sale.total - lines));
    }
    pair(word("receiptTotal"), money(sale.total), "strong");
    if (sale.due !== sale.total) {
      pair(word("receiptRounding"), shown(sale.due - sale.total));
    }
    pair(word("receiptPaid") + " (" + word(sale.method) + ")", money(sale.due), "strong");
    if (sale.tendered !== null) {
      pair(word("receiptTendered"), shown(sale.tendered));
      pair(word("receiptChange"), shown(sale.change));
    }
    if (main.dataset.footer) {
      say("p", main.dataset.footer, "centred");
    }
    say("p", word("thanks"), "centred");
    document.querySelector(".receipt")?.remove();
    document.body.append(paper);
    return paper;
  }
  function print(sale) {
    receipt(sale);
    window.print();
  }

  // What was sold here: what is unsent first, and then the rest of a day.
  function showLog(sales) {
    const rank = { refused: 0, unsent: 1, sent: 2, aside: 3 };
    const list = sales.sort((a, b) => rank[a.state] - rank[b.state] || b.at - a.at).slice(0, 50);
    $("[data-log-none]").hidden = list.length > 0;
    $("[data-log]").replaceChildren(
      ...list.map((sale) => {
        const row = made("row");
        const state = { unsent: "stored", sent: "sent", aside: "aside" }[sale.state];
        row.querySelector(".row-what").textContent = clock(sale.at) + " · " + money(sale.due) + (sale.number ? " · \u2066" + sale.number + "\u2069" : "");
        row.querySelector(".row-why").textContent = state ? word(state) : sale.why;
        row.querySelector(".actions").append(button(word("print"), () => print(sale)));
        if (sale.state === "refused") {
          row.querySelector(".actions").append(setAside(sale));
        }
        return row;
      }),
    );
  }
  // What the server refuses for good would keep the drawer open for good: it is set aside by hand, asked twice, and stays here.
  function setAside(sale) {
    const asked = button(word("asideDo"), async () => {
      if (asked.dataset.sure) {
        await put("sales", { ...sale, state: "aside" });
        told();
      } else {
        asked.dataset.sure = "yes";
        asked.textContent = word("asideSure");
      }
    });
    return asked;
  }
  async function clearOut() {
    for (const sale of await all("sales")) {
      if (sale.state === "sent" && sale.at < Date.now() - 7 * DAY) {
        await drop("sales", sale.saleId);
      }
    }
  }

  // A scanner is a keyboard that types fast and ends with Enter, wherever the focus is.
  const FAST = 50;
  let scanned = "";
  let pressedAt = 0;
  const letter = (event) => {
    const code = event.code.match(/^(?:Digit|Numpad|Key)([0-9A-Z])$/);
    return /^[\x21-\x7e]$/.test(event.key) ? event.key : (code?.[1] ?? "");
  };
  // What was scanned goes into the cart; answers what is said about it.
  function enter(code) {
    const wanted = code.toLowerCase();
    const found = [...goods.values()].find((each) => each.barcode?.toLowerCase() === wanted || each.sku.toLowerCase() === wanted);
    if (found && found.price !== null) {
      add(found.id, 1);
      return found.name;
    }
    return found ? found.name + ": " + word("unpriced") : word("unknownCode", "\u2066" + code + "\u2069");
  }
  function scan(event) {
    if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) {
      scanned = "";
      return false;
    }
    const now = performance.now();
    if (event.key === "Enter") {
      const code = now - pressedAt < FAST * 2 && scanned.length >= 4 ? scanned : "";
      scanned = "";
      if (!code) {
        return false;
      }
      $("#find").value = "";
      showTiles();
      $("[data-said]").textContent = enter(code);
      return true;
    }
    const typed = event.key.length === 1 ? letter(event) : "";
    if (typed) {
      scanned = now - pressedAt < FAST ? scanned + typed : typed;
      pressedAt = now;
    }
    return false;
  }

  // Where the browser reads barcodes, its camera is a scanner too. What stays before it counts once.
  const LOOK = 200;
  const canLook = async () =>
    Boolean(self.BarcodeDetector && navigator.mediaDevices?.getUserMedia && (await BarcodeDetector.getSupportedFormats()).length);
  async function look() {
    const [dialog, film, said] = [$("#camera"), $("[data-film]"), $("[data-camera-said]")];
    said.textContent = "";
    dialog.showModal();
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      said.textContent = word("noCamera");
      return;
    }
    film.srcObject = stream;
    const detector = new BarcodeDetector();
    let before = "";
    while (dialog.open) {
      // Before the first picture is there, nothing is read.
      const [seen] = await detector.detect(film).catch(() => []);
      const code = seen?.rawValue ?? "";
      if (code && code !== before && dialog.open) {
        said.textContent = enter(code);
      }
      before = code;
      await new Promise((done) => setTimeout(done, LOOK));
    }
    stream.getTracks().forEach((track) => track.stop());
    film.srcObject = null;
  }

  // What is tapped and pressed.
  const steps = {
    unsent: () => $("#unsent").showModal(),
    parked: () => $("#parked").showModal(),
    discount: () => {
      $("[data-discount-wrong]").hidden = true;
      $("#discount").showModal();
    },
    camera: look,
    undiscount: () => {
      cart.discount = null;
      changed();
      $("#discount").close();
    },
    park,
    tender: openTender,
    sell,
    send,
    print: () => print(last),
    next: () => $("#done").close(),
    cart: () => {
      const open = till.classList.toggle("open");
      $("[data-cart-button]").setAttribute("aria-expanded", open);
    },
  };
  function start() {
    document.addEventListener("click", (event) => {
      const tapped = event.target.closest("button");
      if (!tapped) {
        return;
      }
      const { add: id, step, line, digit: pressed, method } = tapped.dataset;
      const does = tapped.dataset.do;
      if (does === "back") {
        tapped.closest("dialog").close();
      } else if (does) {
        steps[does]();
      } else if (id) {
        add(id, 1);
      } else if (line) {
        add(line, Number(step));
      } else if (pressed) {
        digit(pressed);
      } else if (method) {
        tender.method = method;
        tender.typed = "";
        showTender();
      }
    });
    document.addEventListener("keydown", (event) => {
      const key = { F2: "search", F4: "discount", F8: "park", F9: "tender" }[event.code];
      if (key && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        if (key === "search") {
          $("#find").focus();
        } else {
          steps[key]();
        }
      } else if ($("#tender").open && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const code = event.code.match(/^(?:Digit|Numpad)(\d)$/);
        if (code) {
          digit(code[1]);
        } else if (event.code === "NumpadDecimal" || event.key === "." || event.key === "٫") {
          digit(".");
        } else if (event.code === "Backspace") {
          digit("back");
        } else if (event.key === "Enter") {
          event.preventDefault();
          sell();
        }
      } else if (scan(event)) {
        event.preventDefault();
      } else if (event.key === "Enter" && event.target === $("#find")) {
        $("[data-add]:enabled")?.click();
      }
    });
    $("#find").addEventListener("input", showTiles);
    $("[data-form=code]").addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = $("#code").value.trim();
      if (typed) {
        cart.discount = { code: typed };
        changed();
        $("#discount").close();
      }
    });
    $("[data-form=off]")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = number($("#off").value);
      const percent = $("#off-kind").value === "percent";
      const wrong = !(typed > 0) || (percent && typed > 100);
      $("[data-discount-wrong]").hidden = !wrong;
      $("[data-discount-wrong]").textContent = wrong ? word("offWrong") : "";
      if (!wrong) {
        cart.discount = percent ? { percent: typed } : { amount: Math.round(typed * 10 ** decimals) };
        changed();
        $("#discount").close();
      }
    });
    $("#done").addEventListener("close", () => {
      last = null;
    });
  }

  // The page and its files, for when there is no network: the worker answers with them.
  async function keepPage() {
    if (!self.caches || !navigator.serviceWorker) {
      return;
    }
    await navigator.serviceWorker.register(main.dataset.worker, { scope: main.dataset.page });
    const answer = await ask(main.dataset.page, null, 15000);
    if (answer?.ok && !answer.redirected) {
      const cache = await caches.open(CACHE);
      await cache.put(main.dataset.page, answer);
      const files = Array.from(document.querySelectorAll("link[href], script[src]"), (file) => file.href || file.src);
      for (const old of await cache.keys()) {
        if (new URL(old.url).pathname.startsWith("/assets/") && !files.includes(old.url)) {
          await cache.delete(old);
        }
      }
      for (const file of files) {
        if (!(await cache.match(file, { ignoreVary: true }))) {
          await cache.add(file);
        }
      }
      await navigator.serviceWorker.ready;
      main.dataset.atHand = "yes";
    }
  }

  async function open() {
    start();
    till.hidden = false;
    skew = (await kept("skew")) ?? 0;
    cart = (await kept("cart")) ?? cart;
    take(await all("goods"), (await kept("pinned")) ?? []);
    if (!goods.size) {
      $("[data-said]").textContent = word("goods");
    }
    showCart();
    await told();
    await clearOut();
    navigator.storage?.persist?.();
    await fetchGoods();
    $("[data-do=camera]").hidden = !(await canLook().catch(() => false));
    often(send);
    setInterval(fetchGoods, 10 * 60 * 1000);
    keepPage().catch(() => {});
  }

  // One tab sells: another steps back, and takes over when the first is gone.
  const alone = "sendy-cashier-" + main.dataset.store;
  const forever = () => new Promise(() => {});
  if (!till) {
    return;
  }
  if (!navigator.locks) {
    open();
    return;
  }
  navigator.locks.request(alone, { ifAvailable: true }, async (lock) => {
    if (lock) {
      open();
      await forever();
    }
    $("[data-second]").hidden = false;
    navigator.locks.request(alone, () => {
      location.reload();
      return forever();
    });
  });
})();
