/**
 * A trace folded up to one of its events: what each state did, visit by visit, and which edges were taken. The graph,
 * the state view and the event table read this and nothing else, so that they show a history of AWS as they show ours.
 * Events belong together by `previousEventId`: it chains the events of one branch or iteration.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
import type { TraceEvent } from "../types.ts";
import { Journal } from "./journal.ts";
import { abortLanes, beginBranch, beginIteration, endIteration, endLane, runAgain } from "./lane-nodes.ts";
import {
  type Context,
  containerOf,
  endAttempt,
  type Failure,
  fail,
  forgive,
  isContainer,
  isInside,
  type Moment,
  reason,
  type StateNode,
  type VisitNode,
} from "./nodes.ts";
import type { TakenEdge, TraceFold, VisitStatus } from "./types.ts";

export function edgeKey(from: string, to: string): string {
  return `${from}\u0000${to}`;
}

/**
 * Folds the first `upTo` events. Given an earlier fold of the same trace, goes on from it or back from it, and returns
 * the same object: stepping costs only the events between, unless they are too many to go back. Linear; never throws: an
 * event that does not fit is left out.
 */
export function foldTrace(events: readonly TraceEvent[], upTo = events.length, from?: TraceFold): TraceFold {
  const end = Math.min(upTo, events.length);
  const folder = from instanceof Folder && from.goBack(end) ? from : new Folder();
  for (let index = folder.length; index < end; index++) {
    const event = events[index];
    if (event) folder.add(event, end - 1 - index);
  }
  return folder;
}

class Folder implements TraceFold {
  readonly states = new Map<string, StateNode>();
  readonly visits: VisitNode[] = [];
  readonly edges = new Map<string, TakenEdge>();
  readonly stateOfEvent: (string | undefined)[] = [];
  readonly #journal = new Journal();
  readonly #root: Context = { place: { lane: undefined, iterations: [] }, visit: undefined };
  readonly #contexts = new Map<number, Context>();
  readonly #open = new Set<VisitNode>();
  #last: Context = this.#root;
  /** The event that is being added. */
  #now: Moment = { id: 0, timeMs: 0 };

  get length(): number {
    return this.stateOfEvent.length;
  }

  /** Takes back what is beyond the first `length` events; false, and nothing is, where that has been forgotten. */
  goBack(length: number): boolean {
    if (this.length - length > this.#journal.length) return false;
    while (this.length > length) this.#journal.takeBack();
    return true;
  }

  /** `behind`: how many follow it at once. */
  add(event: TraceEvent, behind: number): void {
    const [journal, last] = [this.#journal, this.#last];
    journal.begin(behind);
    this.#now = event;
    const before = event.previousEventId === 0 ? this.#root : (this.#contexts.get(event.previousEventId) ?? this.#last);
    const after = this.#apply(event, before);
    journal.put(this.#contexts, event.id, after);
    journal.note(() => {
      this.#last = last;
    });
    this.#last = after;
    journal.push(this.stateOfEvent, ownerOf(event, after));
  }

  #apply(event: TraceEvent, before: Context): Context {
    const { type, details } = event;
    if (type.endsWith("StateEntered")) return this.#enter(event, before);
    if (type.endsWith("StateExited")) return this.#exit(event, before);
    if (type.startsWith("MapIteration")) return this.#iteration(event, before);
    switch (type) {
      case "ExecutionFailed":
        return this.#endExecution(before, "failed", details);
      case "ExecutionTimedOut":
      case "ExecutionAborted":
        return this.#endExecution(before, "aborted", details);
      case "ExecutionStarted":
      case "ExecutionSucceeded":
        return before;
      case "ExecutionRedriven":
        return this.#redriven();
      case "MapStateStarted":
      case "ParallelStateStarted":
        return this.#begin(event, before);
      case "MapStateSucceeded":
      case "ParallelStateSucceeded":
        return this.#settled(event, before, undefined);
      case "MapStateFailed":
      case "ParallelStateFailed":
        return this.#settled(event, before, details);
    }
    return this.#task(event, before);
  }

  #enter(event: TraceEvent, before: Context): Context {
    const journal = this.#journal;
    const { name: state = "", input } = event.details;
    const place = before.branches ? beginBranch(journal, before.branches, event) : before.place;
    const visit: VisitNode = {
      state,
      type: event.type.slice(0, -"StateEntered".length),
      status: "running",
      enteredId: event.id,
      enteredMs: event.timeMs,
      iterations: place.iterations,
      lane: place.lane,
      attempts: [],
      lanes: [],
      place,
      failed: false,
      ...(input !== undefined && { input }),
    };
    journal.push(this.visits, visit);
    if (place.lane) {
      journal.push(place.lane.visits, visit);
      runAgain(journal, place.lane);
    }
    const known = this.states.get(state);
    const fold: StateNode = known ?? { state, status: "running", visits: [], open: 0 };
    if (!known) journal.put(this.states, state, fold);
    journal.push(fold.visits, visit);
    this.#runs(fold, visit);
    if (!before.branches && before.visit) this.#take(before.visit, state, event.id);
    // Entering Fail is failing: no event of its own follows.
    if (visit.type === "Fail") this.#settle(visit, "failed");
    return { place, visit };
  }

  #take(from: VisitNode, to: string, lastId: number): void {
    const key = edgeKey(from.state, to);
    const { count = 0, caught = 0 } = this.edges.get(key) ?? {};
    const isCaught = from.status === "caught" ? 1 : 0;
    const edge: TakenEdge = { from: from.state, to, count: count + 1, caught: caught + isCaught, lastId };
    this.#journal.put(this.edges, key, edge);
  }

  #runs(fold: StateNode, visit: VisitNode): void {
    this.#journal.assign(fold, { open: fold.open + 1, status: "running" });
    this.#journal.add(this.#open, visit);
  }

  #exit(event: TraceEvent, before: Context): Context {
    const visit =
      this.#nearest(before, (open) => open.state === event.details.name) ?? this.#latest(event.details.name);
    if (!visit) return before;
    const { output, assignedVariables } = event.details;
    this.#journal.assign(visit, {
      exitedId: event.id,
      exitedMs: event.timeMs,
      ...(output !== undefined && { output }),
      ...(assignedVariables !== undefined && { assigned: assignedVariables }),
    });
    this.#settle(visit, visit.failed ? "caught" : "succeeded");
    return { place: visit.place, visit };
  }

  #iteration(event: TraceEvent, before: Context): Context {
    const { name, index = 0 } = event.details;
    const map = this.#nearest(before, (open) => open.state === name) ?? this.#latest(name);
    if (!map) return before;
    if (event.type === "MapIterationStarted") {
      return { place: beginIteration(this.#journal, map, index, event), visit: undefined };
    }
    if (event.type === "MapIterationFailed") this.#failChain(before, map, event.details);
    if (event.type === "MapIterationAborted") this.#abortInside(map, index);
    endIteration(this.#journal, map, index, event);
    return before;
  }

  /** A Map or Parallel begins its work, for the first time or again. */
  #begin(event: TraceEvent, before: Context): Context {
    const visit = this.#nearest(before, isContainer);
    if (!visit) return before;
    forgive(this.#journal, visit);
    this.#journal.push(visit.attempts, { scheduledId: event.id, timeMs: event.timeMs });
    const context = { place: visit.place, visit };
    return event.type === "MapStateStarted" ? context : { ...context, branches: visit };
  }

  #settled(event: TraceEvent, before: Context, failure: Failure | undefined): Context {
    const visit = this.#nearest(before, isContainer);
    if (!visit) return before;
    const attempt = visit.attempts.at(-1);
    if (attempt) endAttempt(this.#journal, attempt, event);
    if (failure) {
      const inner = this.#failChain(before, visit, failure);
      fail(this.#journal, visit, { ...inner, ...reason(failure) }, attempt);
      this.#abortInside(visit);
    }
    abortLanes(this.#journal, visit, event);
    return { place: visit.place, visit };
  }

  /** Everything that happens to one task, and EvaluationFailed, which names its state. */
  #task(event: TraceEvent, before: Context): Context {
    const { type, details } = event;
    const journal = this.#journal;
    const visit = details.state === undefined ? before.visit : (this.#latest(details.state) ?? before.visit);
    if (!visit) return before;
    const attempt = visit.attempts.at(-1);
    if (/^(Task|LambdaFunction|Activity)Scheduled$/.test(type)) {
      forgive(journal, visit);
      const parameters = details.parameters ?? details.input;
      journal.push(visit.attempts, {
        scheduledId: event.id,
        timeMs: event.timeMs,
        ...(parameters !== undefined && { parameters }),
      });
    } else if (/^(Task|LambdaFunction|Activity)Succeeded$/.test(type) && attempt) {
      endAttempt(journal, attempt, event);
      if (details.output !== undefined) journal.set(attempt, "result", details.output);
    } else if (/(Failed|TimedOut)$/.test(type)) {
      if (attempt && attempt.endedId === undefined) endAttempt(journal, attempt, event);
      fail(journal, visit, details, attempt);
    } else if (type.endsWith("Aborted") && this.#open.has(visit)) {
      this.#settle(visit, visit.failed ? "failed" : "aborted");
    }
    return { place: visit.place, visit };
  }

  /** What was not left when the execution ended goes on: in a Map or Parallel, what its latest beginning had started. */
  #redriven(): Context {
    const journal = this.#journal;
    let context = this.#root;
    for (const fold of this.states.values()) {
      for (const visit of fold.visits) {
        if (visit.exitedId !== undefined || this.#open.has(visit) || !this.#goesOn(visit)) continue;
        forgive(journal, visit);
        journal.set(visit, "status", "running");
        journal.unset(visit, "endedId");
        journal.unset(visit, "endedMs");
        if (visit.lane) runAgain(journal, visit.lane);
        this.#runs(fold, visit);
        if (visit.lane === undefined) context = { place: visit.place, visit };
      }
    }
    return context;
  }

  #goesOn(visit: VisitNode): boolean {
    const container = containerOf(visit.place);
    if (container === undefined) return true;
    if (container.exitedId !== undefined || visit.enteredId < (container.attempts.at(-1)?.scheduledId ?? 0))
      return false;
    return this.#goesOn(container);
  }

  #endExecution(before: Context, status: VisitStatus, failure: Failure): Context {
    if (status === "failed") this.#failChain(before, undefined, failure);
    for (const visit of [...this.#open]) this.#settle(visit, "aborted");
    return before;
  }

  /** Fails what runs from an event outwards to `outer` (not included); the innermost reason goes with them. */
  #failChain(before: Context, outer: VisitNode | undefined, failure: Failure): Failure {
    let inner: Failure = reason(failure);
    let visit = before.visit ?? containerOf(before.place);
    while (visit && visit !== outer) {
      const own = visit.error !== undefined || visit.cause !== undefined ? reason(visit) : inner;
      if (this.#open.has(visit) || visit.status === "failed") {
        if (Object.keys(inner).length === 0) inner = own;
        this.#settle(visit, "failed", own);
      }
      visit = containerOf(visit.place);
    }
    return inner;
  }

  #abortInside(container: VisitNode, index?: number): void {
    for (const visit of [...this.#open]) {
      if (visit !== container && isInside(visit, container, index)) this.#settle(visit, "aborted");
    }
  }

  /** Ends a visit; what is known of its failure stays. */
  #settle(visit: VisitNode, status: VisitStatus, failure: Failure = {}): void {
    const [journal, now, { lane }] = [this.#journal, this.#now, visit];
    if (visit.error === undefined && visit.cause === undefined) journal.assign(visit, reason(failure));
    journal.assign(visit, { status, endedId: now.id, endedMs: now.timeMs });
    if (status !== "caught" && lane && lane.index === undefined) endLane(journal, lane, status, now);
    if (status !== "succeeded") abortLanes(journal, visit, now);
    const fold = this.states.get(visit.state);
    if (!fold) return;
    if (journal.remove(this.#open, visit)) journal.set(fold, "open", fold.open - 1);
    journal.set(fold, "status", fold.open > 0 ? "running" : status);
  }

  #nearest(context: Context, matches: (visit: VisitNode) => boolean): VisitNode | undefined {
    for (let visit = context.visit ?? containerOf(context.place); visit; visit = containerOf(visit.place)) {
      if (this.#open.has(visit) && matches(visit)) return visit;
    }
    return undefined;
  }

  #latest(state: string | undefined): VisitNode | undefined {
    return state === undefined ? undefined : this.states.get(state)?.visits.findLast((visit) => this.#open.has(visit));
  }
}

function ownerOf(event: TraceEvent, after: Context): string | undefined {
  if (event.type.startsWith("Execution")) return undefined;
  return event.details.name ?? event.details.state ?? (after.visit ?? containerOf(after.place))?.state;
}

/**
 * Worth stopping at when stepping: a state is entered, left or has failed, a turn or the execution has ended. What lies
 * between (a task scheduled, started, submitted) goes by.
 */
export function isMoment({ type }: TraceEvent): boolean {
  return /(StateEntered|StateExited|Failed|TimedOut|Aborted)$/.test(type) || type === "ExecutionSucceeded";
}
