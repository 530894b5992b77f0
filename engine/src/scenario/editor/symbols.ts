/** The outline of a scenario: its sections, and what stands in each, in the words of the simulation. */
import type { DocumentSymbol, SymbolType } from "../../editor/types.ts";
import type { Node, Property } from "../../text/tree.ts";
import type { ScenarioDocument } from "../document.ts";
import { type ReadScenario, readScenario } from "../read.ts";

export function symbols({ parsed: { root } }: ScenarioDocument): readonly DocumentSymbol[] {
  if (root.kind !== "object") return [];
  const read = readScenario(root);
  return root.properties.map((section) => {
    const { key, value, start, end } = section;
    const children = itemsOf(section, read);
    const type = value.kind === "object" || value.kind === "array" ? "section" : "value";
    const detail = value.kind === "string" || value.kind === "number" ? String(value.value) : "";
    return symbolOf(key.value, detail, type, { start, end }, key, children);
  });
}

/** What a person calls each part that was read, by its node. */
function namesIn({ scenario }: ReadScenario): ReadonlyMap<Node, { readonly name: string; readonly detail: string }> {
  return new Map([
    ...scenario.traffic.map(({ node, name, to }) => [node, { name, detail: `to ${to}` }] as const),
    ...scenario.faults.map(({ node, on }) => [node, { name: faultName(node), detail: on }] as const),
    ...scenario.expect.map(({ node, name }) => [node, { name, detail: "" }] as const),
    ...scenario.cases.map(({ node, name, expect }) => [node, { name, detail: expect.status ?? "" }] as const),
  ]);
}

function faultName(node: Node): string {
  return node.kind === "object" ? (node.properties[0]?.key.value ?? "fault") : "fault";
}

function itemsOf({ key, value }: Property, read: ReadScenario): readonly DocumentSymbol[] {
  if (value.kind === "array") {
    const names = namesIn(read);
    return value.items.flatMap((item) => {
      const named = names.get(item);
      const type = key.value === "cases" ? "sample" : "value";
      return named === undefined ? [] : [symbolOf(named.name, named.detail, type, item, opening(item), [])];
    });
  }
  if (value.kind !== "object") return [];
  return value.properties.map((entry) =>
    symbolOf(entry.key.value, "", key.value === "resources" ? "resource" : "value", entry, entry.key, []),
  );
}

function opening({ start, end }: Node): { readonly start: number; readonly end: number } {
  return { start, end: Math.min(start + 1, end) };
}

function symbolOf(
  name: string,
  detail: string,
  type: SymbolType,
  { start, end }: { readonly start: number; readonly end: number },
  at: { readonly start: number; readonly end: number },
  children: readonly DocumentSymbol[],
): DocumentSymbol {
  return {
    name: name === "" ? "(no name)" : name,
    detail,
    type,
    start,
    end,
    nameStart: at.start,
    nameEnd: at.end,
    children,
  };
}
