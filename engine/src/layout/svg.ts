/**
 * A layout as one self-contained SVG: for `sluice graph`, documentation and pull requests. Colours are CSS variables
 * with fallbacks, so that a page which embeds the picture inline may set its own.
 */
import type { VisitStatus } from "../run/fold/types.ts";
import { DETAIL_FONT_SIZE, EDGE_FONT_SIZE, EDGE_LABEL_HEIGHT, LABEL_FONT_SIZE, textWidth } from "./metrics.ts";
import { number, roundedPath } from "./rounded-path.ts";
import type { GraphLayout, LayoutEdge, LayoutNode } from "./types.ts";

export interface SvgOptions {
  /** "auto" follows the reader's colour scheme. Default "auto". */
  readonly theme?: "light" | "dark" | "auto";
  /** What a screen reader calls the picture. Default "State machine". */
  readonly title?: string;
  /** What it calls each box, in one word. Default "state". */
  readonly noun?: string;
  /** What a run has left on the machine. */
  readonly run?: RunMarks;
}

export interface RunMarks {
  readonly statusOf: (state: string) => VisitStatus | undefined;
  readonly isTaken: (edge: LayoutEdge) => boolean;
}

const CORNER_RADIUS = 6;

const LIGHT = {
  page: "#ffffff",
  ink: "#1f2328",
  muted: "#656d76",
  line: "#8c959f",
  box: "#ffffff",
  border: "#c4cad1",
  container: "#f6f8fa",
  lane: "#ffffff",
};
const DARK: typeof LIGHT = {
  page: "#1b1f24",
  ink: "#e6edf3",
  muted: "#9aa4ae",
  line: "#7d8590",
  box: "#262c34",
  border: "#444c56",
  container: "#20252b",
  lane: "#1b1f24",
};
/** One colour a type of state or resource: the stripe at a box's left side. Legible on both themes. */
const STRIPES: Readonly<Record<string, string>> = {
  Task: "#d9730d",
  Pass: "#6e7781",
  Choice: "#0f8a8a",
  Wait: "#9a6b00",
  Succeed: "#1a7f37",
  Fail: "#cf222e",
  Parallel: "#3b6fd4",
  Map: "#8250df",
  Queue: "#c2255c",
  Topic: "#c2255c",
  Function: "#d9730d",
  "State machine": "#d6336c",
  Stream: "#8250df",
  "Stream consumer": "#8250df",
  "Delivery stream": "#8250df",
  Table: "#3b6fd4",
  Bucket: "#1a7f37",
  "Event bus": "#c2255c",
  Subscriber: "#c2255c",
  Schedule: "#9a6b00",
  Pipe: "#c2255c",
  "REST API": "#8250df",
  "HTTP API": "#8250df",
  "API destination": "#6e7781",
  "Kafka cluster": "#0f8a8a",
  Broker: "#0f8a8a",
};

/** How a state went: the colour of its frame. Legible on both themes. */
const STATUSES: Readonly<Record<VisitStatus, string>> = {
  running: "#3b6fd4",
  succeeded: "#1a7f37",
  caught: "#9a6b00",
  failed: "#cf222e",
  aborted: "#6e7781",
};

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML wants it: escaped, and without the characters that XML cannot hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n\r]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function variables(colours: typeof LIGHT): string {
  return Object.entries(colours)
    .map(([name, value]) => `--_${name}:var(--sluice-${name},${value})`)
    .join(";");
}

function styleSheet(theme: "light" | "dark" | "auto"): string {
  const dark = `@media (prefers-color-scheme:dark){.sluice{${variables(DARK)}}}`;
  return [
    `.sluice{${variables(theme === "dark" ? DARK : LIGHT)}}`,
    theme === "auto" ? dark : "",
    ".sluice text{font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif;fill:var(--_ink)}",
    `.sluice .name{font-size:${LABEL_FONT_SIZE}px;font-weight:500}`,
    `.sluice .detail{font-size:${DETAIL_FONT_SIZE}px;fill:var(--_muted)}`,
    ".sluice .box{fill:var(--_box);stroke:var(--_border)}",
    ".sluice .container{fill:var(--_container);stroke:var(--_border)}",
    ".sluice .lane{fill:var(--_lane);stroke:var(--_border);stroke-dasharray:3 3}",
    ".sluice .marker{fill:var(--_ink);stroke:none}",
    ".sluice .marker-text{font-size:11px;font-weight:600;fill:var(--_page);text-anchor:middle}",
    ".sluice .edge{fill:none;stroke:var(--_line);stroke-width:1.5;stroke-linejoin:round}",
    ".sluice .catch{stroke-dasharray:5 4}",
    ".sluice .tip{fill:var(--_line)}",
    ...Object.entries(STATUSES).map(([status, colour]) => `.sluice .${status}{stroke:${colour};stroke-width:2}`),
    `.sluice .taken{stroke:${STATUSES.running};stroke-width:2.5}`,
    `.sluice .label{font-size:${EDGE_FONT_SIZE}px;fill:var(--_muted);text-anchor:middle}`,
  ].join("");
}

function edgeSvg(edge: LayoutEdge, run: RunMarks | undefined): string {
  const [end, before] = [edge.points.at(-1), edge.points.at(-2)];
  if (end === undefined || before === undefined) return "";
  const dx = Math.sign(end[0] - before[0]);
  const dy = Math.sign(end[1] - before[1]);
  const tip = [
    end,
    [end[0] - 7 * dx + 4 * dy, end[1] - 7 * dy + 4 * dx] as const,
    [end[0] - 7 * dx - 4 * dy, end[1] - 7 * dy - 4 * dx] as const,
  ];
  const title = edge.title ?? edge.label;
  // The line stops inside its arrow head, so that the head stays pointed.
  const shown = [...edge.points.slice(0, -1), [end[0] - 5 * dx, end[1] - 5 * dy] as const];
  return [
    "<g>",
    title === undefined || title === "" ? "" : `<title>${escapeXml(title)}</title>`,
    `<path class="edge${edge.kind === "catch" ? " catch" : ""}${run?.isTaken(edge) ? " taken" : ""}" d="${roundedPath(shown, CORNER_RADIUS)}"/>`,
    `<path class="tip" d="M${tip.map(([x, y]) => `${number(x)} ${number(y)}`).join("L")}Z"/>`,
    "</g>",
  ].join("");
}

/** What lies behind a point: the innermost container or lane, or the page. */
function backgroundAt(containers: readonly LayoutNode[], x: number, y: number): string {
  const behind = containers.findLast(
    (node) => x >= node.x && x <= node.x + node.width && y >= node.y && y <= node.y + node.height,
  );
  return behind === undefined ? "page" : behind.kind === "scope" ? "lane" : "container";
}

function edgeLabelSvg(edge: LayoutEdge, containers: readonly LayoutNode[]): string {
  if (edge.label === undefined || edge.labelX === undefined || edge.labelY === undefined) return "";
  const width = textWidth(edge.label, EDGE_FONT_SIZE) + 6;
  const x = number(edge.labelX - width / 2);
  const y = number(edge.labelY - EDGE_LABEL_HEIGHT / 2);
  const size = `width="${number(width)}" height="${EDGE_LABEL_HEIGHT}"`;
  const title = edge.title === undefined ? "" : `<title>${escapeXml(edge.title)}</title>`;
  const fill = `style="fill:var(--_${backgroundAt(containers, edge.labelX, edge.labelY)})"`;
  return (
    `<g>${title}<rect ${fill} rx="3" x="${x}" y="${y}" ${size}/>` +
    `<text class="label" x="${number(edge.labelX)}" y="${number(edge.labelY + 4)}">${escapeXml(edge.label)}</text></g>`
  );
}

function rect(node: LayoutNode, className: string, radius: number): string {
  const box = `x="${number(node.x)}" y="${number(node.y)}" width="${number(node.width)}" height="${number(node.height)}"`;
  return `<rect class="${className}" rx="${radius}" ${box}/>`;
}

function markerSvg(node: LayoutNode): string {
  const x = node.x + node.width / 2;
  const y = node.y + node.height / 2;
  const shape = rect(node, "marker", node.height / 2);
  if (node.label === "") return `<g><title>${node.kind === "start" ? "Start" : "End"}</title>${shape}</g>`;
  return `<g>${shape}<text class="marker-text" x="${number(x)}" y="${number(y + 4)}">${escapeXml(node.label)}</text></g>`;
}

function stateSvg(node: LayoutNode, noun: string, status: VisitStatus | undefined): string {
  const head = node.headerHeight ?? node.height;
  const middle = node.y + head / 2;
  const nameY = node.detail === undefined ? middle + 5 : middle - 3;
  const stripe = `<rect rx="2" x="${number(node.x + 10)}" y="${number(middle - 12)}" width="4" height="24" fill="${STRIPES[node.type ?? ""] ?? "#8c959f"}"/>`;
  const what = node.type === undefined ? noun : noun === "state" ? `${node.type} state` : node.type;
  const box = [node.headerHeight === undefined ? "box" : "container", status].filter(Boolean).join(" ");
  const spoken = [node.name ?? node.label, what, status].filter(Boolean).join(", ");
  return [
    `<g role="listitem"><title>${escapeXml(spoken)}</title>`,
    rect(node, box, 8),
    stripe,
    `<text class="name" x="${number(node.x + 24)}" y="${number(nameY)}">${escapeXml(node.label)}</text>`,
    node.detail === undefined
      ? ""
      : `<text class="detail" x="${number(node.x + 24)}" y="${number(middle + 13)}">${escapeXml(node.detail)}</text>`,
    "</g>",
  ].join("");
}

function nodeSvg(node: LayoutNode, noun: string, run: RunMarks | undefined): string {
  if (node.kind === "scope") return rect(node, "lane", 6);
  return node.kind === "state" ? stateSvg(node, noun, run?.statusOf(node.name ?? node.label)) : markerSvg(node);
}

/** A complete SVG document. */
export function renderSvg(layout: GraphLayout, options: SvgOptions = {}): string {
  const { width, height } = layout;
  const { noun = "state", run } = options;
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  const title = escapeXml(options.title ?? "State machine");
  const containers = layout.nodes.filter((node) => node.kind === "scope" || node.headerHeight !== undefined);
  const states = layout.nodes.filter((node) => node.kind === "state").length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sluice" role="group" aria-label="${title}" ${size}>`,
    `<title>${title}</title><desc>${states} ${states === 1 ? noun : `${noun}s`}</desc>`,
    `<style>${styleSheet(options.theme ?? "auto")}</style>`,
    `<rect width="100%" height="100%" style="fill:var(--_page)"/>`,
    ...layout.nodes.map((node) => nodeSvg(node, noun, run)),
    ...layout.edges.map((edge) => edgeSvg(edge, run)),
    ...layout.edges.map((edge) => edgeLabelSvg(edge, containers)),
    "</svg>",
    "",
  ].join("\n");
}
