/** Looking for states: by name, type, what they call, and how they went in the run that is shown. */
import type { Hub } from "../hub.ts";
import { foldAt } from "../run/trace.ts";
import type { MachineState } from "../state.ts";
import type { Subject } from "../subject.ts";
import { STATUS_WORDS } from "../words.ts";
import { marksOf } from "./marks.ts";

export class Finder {
  readonly #hub: Hub;
  readonly #subject: Subject;

  constructor(hub: Hub, subject: Subject) {
    this.#hub = hub;
    this.#subject = subject;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  open(): void {
    this.setText(this.#state.find?.text ?? "");
  }

  close(): void {
    this.#hub.store.set({ find: undefined });
  }

  setText(text: string): void {
    const found = text.trim() === "" ? [] : statesLike(text, this.#state);
    this.#hub.store.set({ find: { text, found }, ...(text && { announcement: `${found.length} states found` }) });
    const [first] = found;
    if (first !== undefined && !found.includes(this.#state.selected ?? "")) this.#show(first);
  }

  /** To the next one, or with -1 to the one before. */
  next(by: 1 | -1): void {
    const { find, selected } = this.#state;
    if (!find || find.found.length === 0) return;
    const at = find.found.indexOf(selected ?? "");
    const name = find.found[at < 0 ? 0 : (at + by + find.found.length) % find.found.length];
    if (name !== undefined) this.#show(name);
  }

  #show(name: string): void {
    this.#subject.select(name, { tab: false });
  }
}

/** Every word has to be somewhere in what is known of a state. */
function statesLike(text: string, { drawing, run }: MachineState): readonly string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const marks = marksOf(foldAt(run), run);
  const details = new Map(drawing?.layout.nodes.map((node) => [node.name ?? node.label, node.detail]));
  const states = drawing?.states ?? [];
  return states
    .filter(({ name, type }) => {
      const status = marks.statusOf(name);
      const known = [name, type, details.get(name), status && STATUS_WORDS[status]].join(" ").toLowerCase();
      return words.every((word) => known.includes(word));
    })
    .map(({ name }) => name);
}
