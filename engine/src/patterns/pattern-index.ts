/**
 * Many patterns against one event: the event is read once, each leaf finds the conditions that it passes, and a branch
 * whose conditions have all been found has matched. So the work depends on what the event holds, hardly on how many
 * patterns there are; the idea is event-ruler's. Where leaves lie in arrays of objects, the branches that are left are
 * judged as the plain matcher does.
 */
import { heldTogether } from "./consistent.ts";
import { type PatternEvent, readEvent } from "./events.ts";
import { FieldIndex, type IndexedCondition } from "./field-index.ts";
import { fieldTree } from "./fields.ts";
import { FoundFields, type LeafSink, type Membership } from "./found.ts";
import type { Branch, CompiledPattern, Condition, FieldNode, PatternDialect, Scalar } from "./types.ts";

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
  return { groups: [...byDialect].map(([dialect, group]) => new DialectIndex(dialect, group)) };
}

/** The positions of the patterns that the event matches, ascending. */
export function matchingPatterns({ groups }: PatternIndex, event: PatternEvent): readonly number[] {
  const [only] = groups;
  const found =
    groups.length === 1 && only !== undefined ? only.match(event) : groups.flatMap((group) => group.match(event));
  return found.sort((a, b) => a - b);
}

/** A branch with the fields of the index in its conditions. */
interface IndexedBranch extends Branch {
  /** Position of its pattern. */
  readonly pattern: number;
}

class DialectIndex implements LeafSink {
  arrays = 0;
  private readonly dialect: PatternDialect;
  private readonly tree: FieldNode;
  private readonly fields: FieldIndex[] = [];
  private readonly branches: IndexedBranch[] = [];
  private readonly fieldsThatMayBeAbsent: readonly number[];
  /** Of the event at hand. What belongs to an earlier one has a lower number, so that nothing need be cleared. */
  private round = 0;
  private nested = false;
  private readonly seenIn: Float64Array;
  private readonly foundIn: Float64Array;
  private readonly countedIn: Float64Array;
  private readonly counts: Uint32Array;
  private complete: number[] = [];

  constructor(dialect: PatternDialect, patterns: ReadonlyMap<number, CompiledPattern>) {
    this.dialect = dialect;
    const paths = new Map<string, number>();
    const conditions = new Map<string, IndexedCondition>();
    for (const [pattern, compiled] of patterns) this.addPattern(pattern, compiled, paths, conditions);
    this.tree = fieldTree([...paths.keys()]);
    this.fieldsThatMayBeAbsent = [...this.fields.keys()].filter((field) => this.fields[field]?.absent.length !== 0);
    this.seenIn = new Float64Array(this.fields.length);
    this.foundIn = new Float64Array(conditions.size);
    this.countedIn = new Float64Array(this.branches.length);
    this.counts = new Uint32Array(this.branches.length);
  }

  private addPattern(
    pattern: number,
    compiled: CompiledPattern,
    paths: Map<string, number>,
    known: Map<string, IndexedCondition>,
  ): void {
    const fields = compiled.paths.map((path) => {
      const field = paths.get(path) ?? paths.size;
      paths.set(path, field);
      this.fields[field] ??= new FieldIndex();
      return field;
    });
    for (const { conditions, choices } of compiled.branches) {
      const moved = conditions.map((condition) => ({ ...condition, path: fields[condition.path] as number }));
      const branch = this.branches.push({ pattern, conditions: moved, choices }) - 1;
      for (const condition of moved) this.indexed(condition, known).branches.push(branch);
    }
  }

  /** Equal conditions of all patterns are one. */
  private indexed({ path, alternatives }: Condition, known: Map<string, IndexedCondition>): IndexedCondition {
    const key = `${path} ${alternatives.map(({ asks }) => asks).join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const condition: IndexedCondition = { id: known.size, branches: [] };
    known.set(key, condition);
    for (const alternative of alternatives) this.fields[path]?.add(alternative, condition);
    return condition;
  }

  match(event: PatternEvent): number[] {
    this.round++;
    this.arrays = 0;
    this.nested = false;
    this.complete = [];
    if (!readEvent(this.dialect, event, this.tree, this)) return [];
    for (const field of this.fieldsThatMayBeAbsent) this.addAbsent(field);
    const complete = this.nested ? this.together(event) : this.complete;
    const patterns = complete.map((branch) => (this.branches[branch] as IndexedBranch).pattern);
    return patterns.length < 2 ? patterns : [...new Set(patterns)];
  }

  add(field: number, value: Scalar, membership: Membership | undefined): void {
    if (membership !== undefined) this.nested = true;
    this.seenIn[field] = this.round;
    (this.fields[field] as FieldIndex).find(value, this.hit);
  }

  /** In arrays a field may be absent from the elements that count, so that all conditions that allow it are candidates. */
  private addAbsent(field: number): void {
    if (this.seenIn[field] === this.round && !this.nested) return;
    for (const condition of (this.fields[field] as FieldIndex).absent) this.hit(condition);
  }

  private readonly hit = ({ id, branches }: IndexedCondition): void => {
    if (this.foundIn[id] === this.round) return;
    this.foundIn[id] = this.round;
    for (let i = 0; i < branches.length; i++) this.count(branches[i] as number);
  };

  private count(branch: number): void {
    if (this.countedIn[branch] !== this.round) {
      this.countedIn[branch] = this.round;
      this.counts[branch] = 0;
    }
    const count = (this.counts[branch] as number) + 1;
    this.counts[branch] = count;
    if (count === (this.branches[branch] as IndexedBranch).conditions.length) this.complete.push(branch);
  }

  /** Those candidates whose conditions hold in the same elements. */
  private together(event: PatternEvent): number[] {
    const found = new FoundFields(this.fields.length);
    readEvent(this.dialect, event, this.tree, found);
    return this.complete.filter((branch) => {
      const candidate = this.branches[branch] as IndexedBranch;
      return heldTogether(candidate, found) === candidate.conditions.length;
    });
  }
}
