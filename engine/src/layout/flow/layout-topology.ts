/** A topology as a picture, laid out as a scope of a state machine is. */
import type { Topology } from "../../template/topology.ts";
import { type EdgeDraft, layeredGraph, type Size, type Vertex } from "../graph.ts";
import { layoutGraph } from "../layout.ts";
import {
  DETAIL_FONT_SIZE,
  LABEL_FONT_SIZE,
  PAGE_PADDING,
  STATE_HEIGHT,
  STATE_MAX_WIDTH,
  STATE_MIN_WIDTH,
  STATE_TEXT_INSET,
  shorten,
  textWidth,
} from "../metrics.ts";
import type { GraphLayout, LayoutEdge, LayoutNode } from "../types.ts";
import { type FlowGraph, type FlowNode, flowGraph } from "./flow-graph.ts";

/** Deterministic: the same topology gives the same numbers. `box`: what a node takes at least, where more than its name is shown. */
export function layoutTopology(topology: Topology, box: Partial<Size> = {}): GraphLayout {
  const flow = flowGraph(topology);
  const { width = 0, height = STATE_HEIGHT } = box;
  const size = { width: Math.max(width, widthOf(flow)), height };
  const edges: readonly EdgeDraft[] = flow.edges.map(({ from, to, label, title, dashed }) => {
    return { from, to, kind: dashed ? "catch" : "next", label, title };
  });
  const { graph, routed } = layoutGraph(
    layeredGraph(
      flow.nodes.map(() => size),
      edges,
    ),
  );
  const nodes = flow.nodes.map((node, index): LayoutNode => {
    const vertex = graph.vertices[index] as Vertex;
    return {
      id: node.id,
      ...textsOf(node, size.width - STATE_TEXT_INSET),
      x: PAGE_PADDING + vertex.x - vertex.width / 2,
      y: PAGE_PADDING + (routed.layerY[vertex.layer] as number) - vertex.height / 2,
      ...size,
      depth: 0,
    };
  });
  const idOf = (index: number) => (flow.nodes[index] as FlowNode).id;
  const lines = routed.routes.map(({ edge, points, labelX, labelY }): LayoutEdge => {
    const hasLabel = edge.label !== "" && !edge.outside;
    return {
      from: idOf(edge.from),
      to: idOf(edge.to),
      kind: edge.kind,
      ...(hasLabel ? { label: edge.label, labelX: PAGE_PADDING + labelX, labelY: PAGE_PADDING + labelY } : {}),
      title: edge.title,
      points: points.map(([x, y]) => [PAGE_PADDING + x, PAGE_PADDING + y] as const),
      ...(edge.back || edge.from === edge.to ? { back: true as const } : {}),
    };
  });
  return { width: routed.width + 2 * PAGE_PADDING, height: routed.height + 2 * PAGE_PADDING, nodes, edges: lines };
}

function textsOf(
  { label, type, external }: FlowNode,
  room: number,
): Pick<LayoutNode, "kind" | "type" | "name" | "label" | "detail"> {
  const detail = external ? `${type === "" ? "resource" : type}, elsewhere` : type;
  return {
    kind: "state",
    type,
    name: label,
    label: shorten(label, room, LABEL_FONT_SIZE),
    detail: shorten(detail, room, DETAIL_FONT_SIZE),
  };
}

/** All are equally wide: as wide as the widest name wants, within reason. */
function widthOf({ nodes }: FlowGraph): number {
  const widest = nodes.reduce((most, { label, type }) => {
    const text = Math.max(textWidth(label.slice(0, 80), LABEL_FONT_SIZE), textWidth(type, DETAIL_FONT_SIZE));
    return Math.max(most, text + STATE_TEXT_INSET);
  }, STATE_MIN_WIDTH);
  return Math.ceil(Math.min(widest, STATE_MAX_WIDTH) / 8) * 8;
}
