/**
 * Judges most events while they are read, and keeps nothing of them: one bit for each condition that holds, one for each
 * field that is there. What lies in arrays of objects has to be judged together, which only all leaves can tell.
 */
import type { LeafSink, Membership } from "./found.ts";
import { standsIn } from "./json-skip.ts";
import type { Branch, Condition, QuickCondition, QuickPlan, Scalar } from "./types.ts";

/** Bits that a number has without its sign. */
const MOST_BITS = 31;
/** So many texts are compared one by one where they stand. */
const FEW_TEXTS = 8;

/** Undefined where there are too many conditions for it. */
export function quickPlan(
  paths: readonly string[],
  conditions: readonly Condition[],
  branches: readonly Branch[],
): QuickPlan | undefined {
  if (conditions.length > MOST_BITS) return undefined;
  const byField: QuickCondition[][] = paths.map(() => []);
  for (const condition of conditions) byField[condition.path]?.push(quickCondition(condition));
  const bits = (some: readonly Condition[]): number => some.reduce((sum, { id }) => sum | (1 << id), 0);
  const absent = conditions.filter(({ mayBeAbsent }) => mayBeAbsent);
  return { byField, absent, branches: branches.map((branch) => bits(branch.conditions)) };
}

function quickCondition({ id, passes, alternatives }: Condition): QuickCondition {
  const texts = alternatives.flatMap(({ lookup }) =>
    lookup.by === "value" && typeof lookup.value === "string" ? [lookup.value] : [],
  );
  const areAll = texts.length === alternatives.length && texts.length <= FEW_TEXTS;
  return { bit: 1 << id, passes, texts: areAll ? texts : undefined };
}

/** Whether one of the texts stands between two places. */
function standsOneOf(texts: readonly string[], text: string, start: number, end: number): boolean {
  for (let i = 0; i < texts.length; i++) {
    const one = texts[i] as string;
    if (one.length === end - start && standsIn(text, start, one)) return true;
  }
  return false;
}

export class QuickVerdict implements LeafSink {
  arrays = 0;
  /** A leaf lies in an array of objects: the verdict is not to be had this way. */
  nested = false;
  private held = 0;
  private readonly plan: QuickPlan;
  private seen = 0;

  constructor(plan: QuickPlan) {
    this.plan = plan;
  }

  add(field: number, value: Scalar, membership: Membership | undefined): void {
    if (membership !== undefined) this.nested = true;
    this.seen |= 1 << field;
    const conditions = this.plan.byField[field] as readonly QuickCondition[];
    for (let i = 0; i < conditions.length; i++) {
      const { bit, passes } = conditions[i] as QuickCondition;
      if ((this.held & bit) === 0 && passes(value)) this.held |= bit;
    }
  }

  addText(field: number, text: string, start: number, end: number, membership: Membership | undefined): void {
    if (membership !== undefined) this.nested = true;
    this.seen |= 1 << field;
    const conditions = this.plan.byField[field] as readonly QuickCondition[];
    for (let i = 0; i < conditions.length; i++) {
      const { bit, passes, texts } = conditions[i] as QuickCondition;
      if ((this.held & bit) !== 0) continue;
      if (texts === undefined ? passes(text.slice(start, end)) : standsOneOf(texts, text, start, end)) this.held |= bit;
    }
  }

  matches(): boolean {
    const { absent, branches } = this.plan;
    let held = this.held;
    // Fields that are not there, and conditions that hold so.
    for (let i = 0; i < absent.length; i++) {
      const { id, path } = absent[i] as Condition;
      if ((this.seen & (1 << path)) === 0) held |= 1 << id;
    }
    for (let i = 0; i < branches.length; i++) {
      const wanted = branches[i] as number;
      if ((held & wanted) === wanted) return true;
    }
    return false;
  }
}
