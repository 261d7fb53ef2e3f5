// Draws what a table says as columns over time. The table is the page's own; without this it says the same.
(() => {
  "use strict";
  const root = document.documentElement;
  const rtl = root.dir === "rtl";
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  // Sorani has no short words for thousands in browsers, and would get another language's.
  const short = root.lang === "ckb" ? new Intl.NumberFormat("en") : new Intl.NumberFormat(root.lang, { notation: "compact", numberingSystem: "latn", maximumFractionDigits: 1 });

  function draw(figure) {
    const table = document.getElementById(figure.dataset.chart);
    const plot = figure.querySelector(".plot");
    const said = figure.querySelector("output");
    const rows = [...table.tBodies[0].rows];
    const heights = rows.map((row) => Number(row.dataset.height));
    const unit = table.tHead.rows[0].cells[2].textContent;
    const size = () => ({ width: plot.clientWidth, height: plot.clientWidth < 600 ? 200 : 260 });
    const font = "12px system-ui, sans-serif";
    const chart = new uPlot(
      {
        ...size(),
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, dir: rtl ? -1 : 1, range: [-0.6, rows.length - 0.4] },
          y: { range: (_, low, high) => [Math.min(0, low), Math.max(high, 1) * 1.08] },
        },
        axes: [
          { show: false },
          {
            side: rtl ? 1 : 3,
            font,
            stroke: () => colour("--muted"),
            grid: { stroke: () => colour("--line"), width: 1 },
            ticks: { show: false },
            size: (_, values) => 16 + 7 * Math.max(4, ...(values ?? []).map((value) => value.length)),
            values: (_, splits) => splits.map((split) => short.format(split)),
          },
        ],
        series: [
          {},
          {
            fill: () => colour("--primary"),
            stroke: () => colour("--primary"),
            width: 0,
            paths: uPlot.paths.bars({ size: [0.72, 56], radius: 0.1 }),
            points: { show: false },
          },
        ],
        hooks: {
          setCursor: [
            (u) => {
              const row = rows[u.cursor.idx ?? -1];
              if (row) {
                said.textContent = `${row.cells[0].textContent} · ${unit}: \u2066${row.cells[2].textContent}\u2069`;
              }
            },
          ],
        },
      },
      [rows.map((_, index) => index), heights],
      plot,
    );
    new ResizeObserver(() => plot.clientWidth !== chart.width && chart.setSize(size())).observe(plot);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.redraw());
  }

  for (const figure of document.querySelectorAll("[data-chart]")) {
    draw(figure);
  }
})();
