/** The state of the redrive bench, and what acts on it. What becomes of the message the engine's simulator says. */
import {
  type RedriveSetting,
  type RedriveStory,
  type RedriveSubject,
  redriveCaseOf,
  redriveStory,
} from "@sluice/engine";
import type { RedriveHostMessage, RedriveViewMessage } from "../../../src/redrive/protocol.ts";
import { Store } from "../shell/store.ts";
import type { VsCodeApi } from "../shell/vscode-api.ts";

/** What VS Code keeps of a bench over a restart of the window. */
export interface Kept {
  readonly uri?: string;
  readonly pointer?: string;
  readonly failures?: number;
  readonly handlingSeconds?: number;
  /** Values that are tried and stand in no file, by `keyOf`. */
  readonly tried?: Readonly<Record<string, number>>;
}

export interface BenchState {
  /** As the document has them; undefined: the host has not told yet. */
  readonly subjects: readonly RedriveSubject[] | undefined;
  readonly name: string;
  /** JSON pointer of the chosen queue. */
  readonly pointer: string;
  readonly failures: number;
  readonly handlingSeconds: number;
  /** Values that are tried: being set, or not the document's to say. */
  readonly tried: Readonly<Record<string, number>>;
  readonly story: RedriveStory | undefined;
  /** The overview of all keys is open. */
  readonly showsKeys: boolean;
}

/** Between two positions of a slider the simulator is not run again. */
const SLIDING_PAUSE_MS = 40;

export class RedriveBench {
  readonly store: Store<BenchState>;
  readonly #api: VsCodeApi<RedriveViewMessage, Kept>;
  #sliding: ReturnType<typeof setTimeout> | undefined;

  constructor(api: VsCodeApi<RedriveViewMessage, Kept>) {
    this.#api = api;
    const { pointer = "", failures = 5, handlingSeconds = 2, tried = {} } = api.getState() ?? {};
    this.store = new Store<BenchState>({
      subjects: undefined,
      name: "",
      pointer,
      failures,
      handlingSeconds,
      tried,
      story: undefined,
      showsKeys: false,
    });
  }

  hear(message: RedriveHostMessage): void {
    if (message.type === "choose") {
      this.choose(message.pointer);
      return;
    }
    const { subjects, name, uri } = message;
    this.#keep({ uri });
    this.store.set({ subjects, name, tried: stillTried(this.store.state.tried, subjects) });
    void this.#run();
  }

  #keep(change: Partial<Kept>): void {
    this.#api.setState({ ...this.#api.getState(), ...change });
  }

  choose(pointer: string): void {
    this.store.set({ pointer });
    this.#keep({ pointer });
    void this.#run();
  }

  setFailures(failures: number): void {
    this.store.set({ failures });
    this.#keep({ failures });
    this.#runSoon();
  }

  setHandling(handlingSeconds: number): void {
    this.store.set({ handlingSeconds });
    this.#keep({ handlingSeconds });
    this.#runSoon();
  }

  /** While a slider moves; nothing is written yet. */
  try(setting: RedriveSetting, value: number): void {
    const subject = chosen(this.store.state);
    if (!subject) return;
    this.store.set({ tried: { ...this.store.state.tried, [keyOf(subject, setting)]: value } });
    this.#runSoon();
  }

  /** Into the document, where it is its own to say. */
  set(setting: RedriveSetting, value: number): void {
    this.try(setting, value);
    if (setting.path) this.#api.postMessage({ type: "set", path: setting.path, value });
    else this.#keep({ tried: this.store.state.tried });
  }

  reveal(): void {
    const subject = chosen(this.store.state);
    if (subject) this.#api.postMessage({ type: "reveal", start: subject.start, end: subject.start, focus: true });
  }

  showKeys(showsKeys: boolean): void {
    this.store.set({ showsKeys });
  }

  #runSoon(): void {
    clearTimeout(this.#sliding);
    this.#sliding = setTimeout(() => void this.#run(), SLIDING_PAUSE_MS);
  }

  async #run(): Promise<void> {
    const { failures, handlingSeconds } = this.store.state;
    const subject = chosen(this.store.state);
    const story = subject && (await redriveStory(redriveCaseOf(subject, { failures, handlingSeconds })));
    this.store.set({ story });
    this.#api.postMessage({ type: "drawn" });
  }
}

/** The chosen queue, with what is tried in the place of what is written. */
export function chosen({
  subjects = [],
  pointer,
  tried,
}: Pick<BenchState, "subjects" | "pointer" | "tried">): RedriveSubject | undefined {
  const subject = subjects.find((one) => one.pointer === pointer) ?? subjects[0];
  if (!subject) return undefined;
  const settings = subject.settings.map((setting) => {
    const value = tried[keyOf(subject, setting)] ?? setting.value;
    return value === setting.value ? setting : { ...setting, value };
  });
  return { ...subject, settings };
}

function keyOf({ pointer }: RedriveSubject, { of, name }: RedriveSetting): string {
  return `${pointer} ${of} ${name}`;
}

/** What the document says wins over what was tried before it said so. */
function stillTried(tried: BenchState["tried"], subjects: readonly RedriveSubject[]): BenchState["tried"] {
  const written = subjects.flatMap((subject) =>
    subject.settings.filter(({ path }) => path !== undefined).map((setting) => keyOf(subject, setting)),
  );
  return Object.fromEntries(Object.entries(tried).filter(([key]) => !written.includes(key)));
}
