/** Above a pattern: try it, what the samples say, how near it is to AWS's limits, what it is compared with. */
import type { Lens, Place, Surroundings } from "../../editor/types.ts";
import { type PatternLimit, patternLimits } from "../../patterns/limits.ts";
import { readPattern } from "../../patterns/read.ts";
import type { CompiledPattern } from "../../patterns/types.ts";
import { breaksOf } from "../../text/parsed.ts";
import { type SamplesAround, samplesAround } from "../samples/around.ts";
import { tally, verdictsOf } from "../samples/verdict.ts";
import type { PatternDocument } from "../types.ts";
import { patternOf } from "./compiled.ts";
import { findDialect, scopeOf } from "./dialect.ts";

/** From left to right, all above the pattern's bracket. */
export function lenses(document: PatternDocument, surroundings: Surroundings): readonly Lens[] {
  const { parsed } = document;
  const { root } = parsed;
  if (root.kind !== "object" || breaksOf(parsed).length > 0) return [];
  const place = { start: root.start, end: Math.min(root.start + 1, root.end) };
  const around = samplesAround(surroundings);
  const { dialect, because } = findDialect(document, around?.scope);
  const scope = scopeOf(dialect);
  const limits = patternLimits(root, dialect, readPattern(parsed.text, root, dialect));
  return [
    { ...place, title: "Try a message", action: "tryMessage" },
    ...samplesLens(patternOf(document, dialect), around).map((lens) => ({ ...place, ...lens })),
    ...limits.filter(isTelling).map((limit) => ({ ...place, title: meterOf(limit) })),
    ...(scope === undefined ? [] : [{ ...place, title: `scope ${scope} (${because})` }]),
  ];
}

function samplesLens(pattern: CompiledPattern, around: SamplesAround | undefined): readonly Omit<Lens, keyof Place>[] {
  if (around === undefined || around.samples.length === 0) return [];
  return [{ title: tally(verdictsOf(pattern, around.samples)), action: "open", target: around.file.uri }];
}

/** What nobody comes near to is not worth a line. */
function isTelling({ id, used, limit }: PatternLimit): boolean {
  return id === "keys" || id === "combinations" || used > limit / 2;
}

function meterOf({ used, limit, label }: PatternLimit): string {
  return `${grouped(used)} of ${grouped(limit)} ${label}`;
}

/** "2,048" */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
