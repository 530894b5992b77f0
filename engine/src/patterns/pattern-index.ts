/**
 * Many patterns against one event. The event is read once. Each way through a pattern stands in the index under one of
 * its conditions, the one that the fewest others share, and is only looked at when the event has what that condition looks
 * for; what its other conditions say is found out once for all patterns that have them. So the work depends on what the
 * event holds, hardly on how many patterns there are; the idea is event-ruler's.
 */
import { heldTogether } from "./consistent.ts";
import { type PatternEvent, readEvent } from "./events.ts";
import { FieldIndex, keyOf } from "./field-index.ts";
import { fieldTree } from "./fields.ts";
import { FoundFields } from "./found.ts";
import { conditionHolds } from "./match.ts";
import type { Branch, CompiledPattern, Condition, FieldNode, Lookup, PatternDialect } from "./types.ts";

/** Made of many patterns, for `matchingPatterns`. It remembers the last event: one index serves one event at a time. */
export interface PatternIndex {
  readonly groups: readonly DialectIndex[];
}

/** Patterns that AWS refuses match nothing. Linear in the number of conditions. */
export function indexPatterns(patterns: readonly CompiledPattern[]): PatternIndex {
  const byDialect = new Map<PatternDialect, Map<number, CompiledPattern>>();
  for (const [position, pattern] of patterns.entries()) {
    if (pattern.rejection !== undefined) continue;
    const group = byDialect.get(pattern.dialect) ?? new Map<number, CompiledPattern>();
    byDialect.set(pattern.dialect, group.set(position, pattern));
  }
  return { groups: [...byDialect].map(([dialect, group]) => new DialectIndex(dialect, group, patterns.length)) };
}

/** The positions of the patterns that the event matches, ascending. */
export function matchingPatterns({ groups }: PatternIndex, event: PatternEvent): readonly number[] {
  return groups.flatMap((group) => group.match(event)).sort((a, b) => a - b);
}

/** A branch with the fields of the index in its conditions. */
interface IndexedBranch extends Branch {
  /** Position of its pattern. */
  readonly pattern: number;
  readonly conditions: readonly IndexedCondition[];
}

/** One for all patterns that have it: what is looked at for most events stays near at hand. */
interface IndexedCondition extends Condition {
  /** Counts from 0 in the index. */
  readonly number: number;
}

/** A verdict is of the event at hand where its round is the index's; so nothing need be cleared. */
interface Verdict {
  round: number;
  holds: boolean;
}

class DialectIndex {
  private readonly dialect: PatternDialect;
  private readonly tree: FieldNode;
  private readonly fields: FieldIndex[] = [];
  private readonly branches: IndexedBranch[] = [];
  private readonly verdicts: Verdict[] = [];
  private readonly fieldsWithAbsence: readonly number[];
  private readonly found: FoundFields;
  private round = 0;
  /** By branch: the round in which it was last looked at. */
  private readonly triedIn: Float64Array;
  /** By pattern: the round in which it last matched. */
  private readonly matchedIn: Float64Array;
  private matching: number[] = [];

  /** `positions`: how many patterns there are in all. */
  constructor(dialect: PatternDialect, patterns: ReadonlyMap<number, CompiledPattern>, positions: number) {
    this.dialect = dialect;
    const paths = new Map<string, number>();
    const shared = new Map<string, IndexedCondition>();
    for (const [position, pattern] of patterns) this.addPattern(position, pattern, paths, shared);
    this.tree = fieldTree([...paths.keys()]);
    this.found = new FoundFields(paths.size);
    this.triedIn = new Float64Array(this.branches.length);
    this.matchedIn = new Float64Array(positions);
    const uses = usesOf(this.branches);
    for (const [branch, { conditions }] of this.branches.entries()) this.file(branch, rarest(conditions, uses));
    this.fieldsWithAbsence = [...this.fields.keys()].filter((field) => (this.fields[field]?.absent.length ?? 0) > 0);
  }

  private addPattern(
    pattern: number,
    compiled: CompiledPattern,
    paths: Map<string, number>,
    shared: Map<string, IndexedCondition>,
  ): void {
    const fields = compiled.paths.map((path) => numberOf(paths, path));
    for (const { conditions, choices } of compiled.branches) {
      const moved = conditions.map((condition) => {
        const path = fields[condition.path] as number;
        const name = `${path} ${condition.alternatives.map(({ asks }) => asks).join()}`;
        const known = shared.get(name) ?? { ...condition, path, number: shared.size };
        shared.set(name, known);
        return known;
      });
      this.branches.push({ pattern, conditions: moved, choices });
    }
    while (this.verdicts.length < shared.size) this.verdicts.push({ round: 0, holds: false });
  }

  /** Under what the condition looks for. */
  private file(branch: number, condition: Condition | undefined): void {
    if (condition === undefined) return;
    const field = this.fields[condition.path] ?? new FieldIndex();
    this.fields[condition.path] = field;
    for (const { lookup, whenAbsent } of condition.alternatives) {
      if (whenAbsent === true) field.absent.push(branch);
      else field.add(lookup, branch);
    }
  }

  match(event: PatternEvent): readonly number[] {
    const { found } = this;
    this.round++;
    this.matching = [];
    if (readEvent(this.dialect, event, this.tree, found)) this.lookUp();
    found.clear();
    return this.matching;
  }

  private lookUp(): void {
    const { values, touched, memberships } = this.found;
    for (const field of touched) {
      const index = this.fields[field];
      if (index !== undefined) for (const leaf of values[field] ?? []) index.find(leaf, this.tryBranch);
    }
    for (const field of this.fieldsWithAbsence) {
      // In arrays a field may be absent from the elements that count.
      if (values[field] !== undefined && memberships === undefined) continue;
      for (const branch of this.fields[field]?.absent ?? []) this.tryBranch(branch);
    }
  }

  private readonly tryBranch = (index: number): void => {
    if (this.triedIn[index] === this.round) return;
    this.triedIn[index] = this.round;
    const branch = this.branches[index] as IndexedBranch;
    if (this.matchedIn[branch.pattern] === this.round || !this.holds(branch)) return;
    this.matchedIn[branch.pattern] = this.round;
    this.matching.push(branch.pattern);
  };

  private holds(branch: IndexedBranch): boolean {
    const { conditions } = branch;
    if (this.found.memberships !== undefined) return heldTogether(branch, this.found) === conditions.length;
    for (let i = 0; i < conditions.length; i++) {
      const condition = conditions[i] as IndexedCondition;
      const verdict = this.verdicts[condition.number] as Verdict;
      if (verdict.round !== this.round) {
        verdict.round = this.round;
        verdict.holds = conditionHolds(condition, this.found);
      }
      if (!verdict.holds) return false;
    }
    return true;
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

/** How many branches look for a thing. */
type Uses = ReadonlyMap<string, number>;

function usesOf(branches: readonly IndexedBranch[]): Uses {
  const uses = new Map<string, number>();
  for (const { conditions } of branches) {
    for (const { path, alternatives } of conditions) {
      for (const { lookup } of alternatives) {
        const use = useOf(path, lookup);
        uses.set(use, (uses.get(use) ?? 0) + 1);
      }
    }
  }
  return uses;
}

function useOf(path: number, lookup: Lookup): string {
  if (lookup.by === "scan") return `${path} scan`;
  const value = lookup.by === "value" ? keyOf(lookup.value) : lookup.text;
  return `${path} ${lookup.by} ${typeof value} ${value}`;
}

/** The condition that brings a branch up in vain least often: what few look for. What must be tried always comes last. */
function rarest(conditions: readonly IndexedCondition[], uses: Uses): IndexedCondition | undefined {
  let best: IndexedCondition | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const condition of conditions) {
    let cost = 0;
    for (const { lookup, whenAbsent } of condition.alternatives) {
      const isLast = lookup.by === "scan" || whenAbsent === true;
      cost += isLast ? Number.MAX_SAFE_INTEGER / 1_000 : (uses.get(useOf(condition.path, lookup)) ?? 0);
    }
    if (cost < least) [best, least] = [condition, cost];
  }
  return best;
}
