/** A topology as a Mermaid flowchart. https://mermaid.js.org/syntax/flowchart.html */
import { ownEntry } from "../../json.ts";
import type { Topology } from "../../template/topology.ts";
import { quote } from "../mermaid.ts";
import { EDGE_FONT_SIZE, EDGE_LABEL_MAX_WIDTH, shorten } from "../metrics.ts";
import { flowGraph } from "./flow-graph.ts";

const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  Queue: ["[(", ")]"],
  Topic: ["([", "])"],
  "Event bus": ["([", "])"],
  Stream: ["[[", "]]"],
  "Delivery stream": ["[[", "]]"],
  Table: ["[(", ")]"],
  Bucket: ["[(", ")]"],
  Schedule: ["{{", "}}"],
};

/** The text of a Mermaid `flowchart LR`. */
export function renderTopologyMermaid(topology: Topology): string {
  const { nodes, edges } = flowGraph(topology);
  const lines = ["flowchart LR"];
  nodes.forEach(({ label, type, external }, index) => {
    const [open, close] = ownEntry(SHAPES, type) ?? ["[", "]"];
    lines.push(`  n${index}${open}${quote(`${label}: ${type}${external ? ", elsewhere" : ""}`)}${close}`);
  });
  for (const { from, to, label, dashed } of edges) {
    const text = shorten(label, EDGE_LABEL_MAX_WIDTH, EDGE_FONT_SIZE);
    lines.push(`  n${from} ${dashed ? "-.->" : "-->"}${text === "" ? "" : `|${quote(text)}|`} n${to}`);
  }
  return `${lines.join("\n")}\n`;
}
