/** The state of the filter bench, and what acts on it. What matches and why is the engine's to say. */
import {
  type Bench,
  type BenchMessage,
  type BenchPattern,
  type BenchPolicy,
  isExpected,
  type JsonObject,
  type KeyVerdict,
  messageThatDoesNot,
  messageThatMatches,
  namedSample,
  readBench,
  type SamplesEdit,
  withChange,
} from "@sluice/engine";
import type { FilterHostMessage, FilterViewMessage } from "../../../src/filter/protocol.ts";
import { Store } from "../shell/store.ts";
import type { VsCodeApi } from "../shell/vscode-api.ts";

/** What VS Code keeps of a bench over a restart of the window. */
export interface Kept {
  readonly uri?: string;
  readonly pointer?: string;
  readonly message?: number;
  readonly view?: BenchView;
}

export type BenchView = "one" | "matrix";

export interface BenchState {
  /** Undefined: the host has not told yet. */
  readonly patterns: readonly BenchPattern[] | undefined;
  readonly name: string;
  readonly messagesName: string;
  readonly messagesText: string | undefined;
  readonly bench: Bench;
  /** JSON pointer of the chosen pattern. */
  readonly pointer: string;
  /** Index of the chosen message. */
  readonly message: number;
  readonly view: BenchView;
  readonly notice: string | undefined;
  /** For those who listen. */
  readonly announcement: string;
  /** The overview of all keys is open. */
  readonly showsKeys: boolean;
}

export class FilterBench {
  readonly store: Store<BenchState>;
  readonly #api: VsCodeApi<FilterViewMessage, Kept>;

  constructor(api: VsCodeApi<FilterViewMessage, Kept>) {
    this.#api = api;
    const { pointer = "", message = 0, view = "one" } = api.getState() ?? {};
    this.store = new Store<BenchState>({
      patterns: undefined,
      name: "",
      messagesName: "",
      messagesText: undefined,
      bench: readBench([], undefined),
      pointer,
      message,
      view,
      notice: undefined,
      announcement: "",
      showsKeys: false,
    });
  }

  hear(message: FilterHostMessage): void {
    switch (message.type) {
      case "patterns": {
        const { patterns, name, uri } = message;
        this.#keep({ uri });
        this.#read({ patterns, name });
        return;
      }
      case "messages": {
        const before = this.store.state.bench.messages.length;
        this.#read({ messagesName: message.name, messagesText: message.text });
        const { length } = this.store.state.bench.messages;
        // What has just been added is what one wants to see.
        if (this.#adding && length > before) this.chooseMessage(length - 1);
        if (length > before) this.#adding = false;
        return;
      }
      case "choose":
        this.choosePolicy(message.pointer);
        return;
    }
  }

  #adding = false;

  #read(change: Partial<BenchState>): void {
    const { patterns = [], messagesText } = { ...this.store.state, ...change };
    const bench = readBench(patterns, messagesText);
    this.store.set({ ...change, bench, message: clamp(this.store.state.message, bench.messages.length) });
    this.store.set({ announcement: tallyText(tallyOf(this.store.state)) });
    if (this.store.state.patterns === undefined) return;
    this.#api.postMessage({ type: "drawn", patterns: patterns.length, messages: bench.messages.length });
  }

  #keep(change: Partial<Kept>): void {
    this.#api.setState({ ...this.#api.getState(), ...change });
  }

  // --- what is chosen

  choosePolicy(pointer: string): void {
    this.store.set({ pointer, notice: undefined });
    this.#keep({ pointer });
  }

  chooseMessage(index: number): void {
    const { messages } = this.store.state.bench;
    const message = clamp(index, messages.length);
    this.store.set({ message, notice: undefined });
    this.#keep({ message });
  }

  /** To the next message that is not as expected, around the end; none: it stays. */
  nextUnexpected(by: 1 | -1): void {
    const { state } = this.store;
    const { length } = state.bench.messages;
    const { index: policy } = chosen(state);
    for (let step = 1; step <= length; step++) {
      const index = (state.message + by * step + length * step) % length;
      if (!isAsExpected(state.bench, policy, index)) return this.chooseMessage(index);
    }
  }

  setView(view: BenchView): void {
    this.store.set({ view });
    this.#keep({ view });
  }

  /** Says something to those who listen. */
  announce(announcement: string): void {
    this.store.set({ announcement });
  }

  showKeys(showsKeys: boolean): void {
    this.store.set({ showsKeys });
  }

  // --- what is edited

  addMessage(kind: "matching" | "other" | "empty"): void {
    const { policy } = chosen(this.store.state);
    if (!policy) return;
    const { pattern, source } = policy;
    const event =
      kind === "empty" ? {} : kind === "matching" ? messageThatMatches(pattern) : messageThatDoesNot(pattern);
    if (event === undefined) {
      const notice =
        kind === "matching"
          ? "No message was found that this policy matches: its conditions contradict each other, or AWS refuses it."
          : "No message was found that this policy does not match.";
      this.store.set({ notice, announcement: notice });
      return;
    }
    const name = { matching: "to be taken", other: "to be left out", empty: "new message" }[kind];
    this.#adding = true;
    const sample = namedSample(source.dialect, name, event);
    const { patterns = [] } = this.store.state;
    const expected =
      kind === "empty"
        ? {}
        : { matches: patterns.length > 1 ? (kind === "matching" ? [source.name] : []) : kind === "matching" };
    this.edit({ kind: "add", sample: { ...sample, ...expected } });
  }

  edit(edit: SamplesEdit): void {
    this.store.set({ notice: undefined });
    this.#api.postMessage({ type: "editMessages", edit });
  }

  /** `wanted` undefined: nothing is expected. Beside a template each policy is expected by itself. */
  expect(index: number, wanted: boolean | undefined): void {
    const { policy, message } = chosen({ ...this.store.state, message: index });
    if (!policy || !message) return;
    const { patterns = [] } = this.store.state;
    if (patterns.length <= 1) {
      this.edit({ kind: "expect", index, matches: wanted });
      return;
    }
    const { name } = policy.source;
    const others = expectedNames(message, patterns).filter((other) => other !== name);
    this.edit({
      kind: "expect",
      index,
      matches: wanted === undefined ? undefined : wanted ? [...others, name] : others,
    });
  }

  /** The message becomes one that the key matches. */
  changeMessage(index: number, key: KeyVerdict): void {
    const { policy, message } = chosen({ ...this.store.state, message: index });
    if (!policy || !message) return;
    const content = withChange(JSON.parse(message.text) as JsonObject, policy.source.dialect, key);
    if (content) this.edit({ kind: "set", index, content });
  }

  /** The policy becomes one whose key matches the message. */
  changePolicy({ changes }: KeyVerdict): void {
    const { policy } = chosen(this.store.state);
    if (policy && changes?.pattern) {
      this.#api.postMessage({ type: "changePattern", pointer: policy.source.pointer, change: changes.pattern });
    }
  }

  reveal(pointer: string, focus: boolean): void {
    const { bench } = this.store.state;
    const place = bench.placeOf(chosen(this.store.state).index, pointer);
    if (place) this.#api.postMessage({ type: "reveal", ...place, focus });
  }

  openMessages(): void {
    this.#api.postMessage({ type: "openMessages" });
  }
}

export interface Chosen {
  readonly index: number;
  readonly policy: BenchPolicy | undefined;
  readonly message: BenchMessage | undefined;
}

export function chosen({ bench, pointer, message }: Pick<BenchState, "bench" | "pointer" | "message">): Chosen {
  const found = bench.policies.findIndex(({ source }) => source.pointer === pointer);
  const index = Math.max(0, found);
  return { index, policy: bench.policies[index], message: bench.messages[message] };
}

function expectedNames({ expected }: BenchMessage, patterns: readonly BenchPattern[]): readonly string[] {
  if (typeof expected === "object") return expected;
  return expected === true ? patterns.map(({ name }) => name) : [];
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}

/** True also where nothing is expected. */
function isAsExpected(bench: Bench, policy: number, index: number): boolean {
  const message = bench.messages[index];
  const expected = message && isExpected(message, bench.policies[policy]?.source.name ?? "");
  return expected === undefined || expected === bench.matches(policy, index);
}

export interface Tally {
  readonly matching: number;
  /** Messages of which something is expected, and how many are as expected. */
  readonly judged: number;
  readonly right: number;
  readonly length: number;
}

/** How the chosen policy does with all messages; undefined where there is nothing to count. */
export function tallyOf(state: Pick<BenchState, "bench" | "pointer" | "message">): Tally | undefined {
  const { bench } = state;
  const { index, policy } = chosen(state);
  const { length } = bench.messages;
  if (!policy || length === 0) return undefined;
  let [matching, judged, right] = [0, 0, 0];
  bench.messages.forEach((message, at) => {
    const matches = bench.matches(index, at);
    const expected = isExpected(message, policy.source.name);
    if (matches) matching += 1;
    if (expected !== undefined) judged += 1;
    if (expected === matches) right += 1;
  });
  return { matching, judged, right, length };
}

/** "3 of 5 match, 4 of 5 as expected" */
export function tallyText(tally: Tally | undefined): string {
  if (!tally) return "";
  const { matching, judged, right, length } = tally;
  const expectation = judged === 0 ? "" : `, ${right} of ${judged} as expected`;
  return `${matching} of ${length} match${expectation}`;
}
