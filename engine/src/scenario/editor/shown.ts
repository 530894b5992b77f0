/** What a scenario comes to, shown in place: messages of its traffic, simulations of its sweep; and links to its files. */
import { contentRange } from "../../editor/string-edit.ts";
import type { DocumentLink, InlayHint, Lens, Place, Surroundings } from "../../editor/types.ts";
import { duration } from "../../services/sentences.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { type Amount, amountOf, sizeOf } from "../amounts.ts";
import type { ScenarioDocument } from "../document.ts";
import { holdingsIn } from "../holdings.ts";
import { readScenario } from "../read.ts";
import { thousands } from "./words.ts";

/** Above the traffic and the sweep. */
export function lenses({ parsed: { root } }: ScenarioDocument): readonly Lens[] {
  const { scenario } = readScenario(root);
  const amounts = scenario.traffic.flatMap((traffic) => amountOf(traffic, scenario) ?? []);
  const { sweep } = scenario;
  return [...lensAt(root, "traffic", totalText(amounts)), ...lensAt(root, "sweep", sweep && sweepText(sizeOf(sweep)))];
}

function lensAt(root: Node, section: string, title: string | undefined): readonly Lens[] {
  const key = property(root, section)?.key;
  return key === undefined || title === undefined ? [] : [{ start: key.start, end: key.end, title }];
}

function totalText(amounts: readonly Amount[]): string | undefined {
  if (amounts.length === 0) return undefined;
  const messages = amounts.reduce((sum, each) => sum + each.messages, 0);
  return messagesText(
    messages,
    amounts.some(({ isAbout }) => isAbout),
  );
}

function messagesText(messages: number, isAbout: boolean): string {
  return `${isAbout ? "about " : ""}${thousands(messages)} ${messages === 1 ? "message" : "messages"}`;
}

function sweepText({ combinations, seeds }: ReturnType<typeof sizeOf>): string {
  const runs = thousands(combinations * seeds);
  return `${thousands(combinations)} combinations with ${seeds} seeds each: ${runs} simulations`;
}

const WAYS = ["rate", "poisson", "burst", "ramp"];

/** Behind each rate, how many messages it comes to. */
export function inlayHints({ parsed: { root } }: ScenarioDocument, range: Place): readonly InlayHint[] {
  const { scenario } = readScenario(root);
  return scenario.traffic.flatMap((traffic) => {
    const amount = amountOf(traffic, scenario);
    const way = WAYS.map((name) => valueNode(traffic.node, name)).find((node) => node !== undefined);
    if (amount === undefined || way === undefined || way.end < range.start || way.end > range.end) return [];
    const label = messagesText(amount.messages, amount.isAbout);
    return [{ offset: way.end, label, tooltip: `In ${duration(amount.overMs)} of virtual time.` }];
  });
}

/** To the files that it names, those that are there. */
export function documentLinks(document: ScenarioDocument, { files }: Surroundings): readonly DocumentLink[] {
  return holdingsIn(document.parsed.root).flatMap(({ node, holds }) => {
    if (node.kind !== "string" || !holds.endsWith("file")) return [];
    const name = holds === "input-file" ? node.value.replace(/^@/, "") : node.value.replace(/#.*$/, "");
    const file = files[name];
    return file === undefined ? [] : [{ ...contentRange(document, node), target: file.uri, tooltip: name }];
  });
}
