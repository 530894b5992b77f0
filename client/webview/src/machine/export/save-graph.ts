/** The graph as a file: SVG and PNG with what the run has left on it, or Mermaid. */
import { type GraphLayout, type RunMarks, renderSvg } from "@sluice/engine";
import { isTaken } from "../graph/marks.ts";
import type { Hub } from "../hub.ts";
import { foldAt } from "../run/trace.ts";
import type { Run } from "../state.ts";
import { stemOf } from "./save-history.ts";

export type GraphFormat = "svg" | "png" | "mermaid";

/** Pixels of a picture for one of the graph. */
const PNG_SCALE = 2;
/** A browser draws no larger canvas. */
const MAX_PIXELS = 8_000;

export async function saveGraph(hub: Hub, format: GraphFormat): Promise<void> {
  const { drawing, name, run } = hub.store.state;
  if (!drawing) return;
  const stem = stemOf(name);
  if (format === "mermaid") {
    const content = await hub.ask("mermaid", {});
    if (content !== undefined) hub.tell({ type: "save", name: `${stem}.mmd`, content });
    return;
  }
  // A picture of points cannot follow its reader's theme: it is as the panel is now.
  const theme = format === "svg" ? "auto" : document.body.classList.contains("vscode-light") ? "light" : "dark";
  const svg = renderSvg(drawing.layout, { title: stem, theme, ...(run && { run: marksOfRun(run) }) });
  if (format === "svg") hub.tell({ type: "save", name: `${stem}.svg`, content: svg });
  else hub.tell({ type: "save", name: `${stem}.png`, content: await rasterize(svg, drawing.layout) });
}

function marksOfRun(run: Run): RunMarks {
  const fold = foldAt(run);
  return { statusOf: (state) => fold.states.get(state)?.status, isTaken: (edge) => isTaken(fold, edge) };
}

async function rasterize(svg: string, { width, height }: GraphLayout): Promise<Uint8Array> {
  const scale = Math.min(PNG_SCALE, MAX_PIXELS / Math.max(width, height));
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await canvas.convertToBlob({ type: "image/png" });
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
