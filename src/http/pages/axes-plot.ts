import { type Html, html } from "./html.ts";
import type { AxesView } from "./match-page.ts";

const LEFT = 106;
const WIDTH = 250;
const ROW = 26;
const TICKS = [0, 25, 50, 75, 100];

/** Three bars from 0 to 100; its description says the same in words, for those who cannot see it. */
export function axesPlot({ figures }: AxesView): Html {
  const bottom = 4 + figures.length * ROW;
  const said = figures.map(({ name, figure }) => `${name} ${figure} of 100`).join(", ");
  return html`<svg class="plot" viewBox="0 0 ${LEFT + WIDTH + 48} ${bottom + 18}" role="img" aria-labelledby="axes-name axes-said">
<title id="axes-name">DevOps, MLOps and shared ground as bars</title>
<desc id="axes-said">${said}</desc>
${TICKS.map((tick) => html`<line x1="${LEFT + (tick / 100) * WIDTH}" x2="${LEFT + (tick / 100) * WIDTH}" y1="0" y2="${bottom}"/><text class="tick" x="${LEFT + (tick / 100) * WIDTH}" y="${bottom + 13}" text-anchor="middle">${tick}</text>`)}
${figures.map(({ axis, name, figure, value }, index) => {
  const y = 4 + index * ROW;
  const length = tenthsOf((value / 100) * WIDTH);
  return html`<text x="0" y="${y + 14}">${name}</text><rect class="${axis}" x="${LEFT}" y="${y}" width="${length}" height="${ROW - 8}"/><text x="${tenthsOf(LEFT + length + 6)}" y="${y + 14}">${figure}</text>`;
})}
</svg>`;
}

/** `value` from 0 to 1. Tells nothing that does not stand beside it in figures. */
export function valueBar(value: number): Html {
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="6"/><rect class="part" width="${tenthsOf(value * 100)}" height="6"/></svg>`;
}

function tenthsOf(value: number): number {
  return Math.round(value * 10) / 10;
}
