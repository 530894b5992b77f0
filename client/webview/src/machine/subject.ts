/** The text and its drawing: what the host sends of the document, what the worker makes of it, what is selected. */
import type { DocumentMessage } from "../../../src/panel/protocol.ts";
import type { Hub } from "./hub.ts";
import type { MachineState } from "./state.ts";
import type { WorkerReply } from "./worker/protocol.ts";

type Drawn = Extract<WorkerReply, { type: "drawn" }>;
type NotDrawn = Omit<Extract<WorkerReply, { type: "broken" }>, "type">;

export interface SelectOptions {
  /** Moves the keyboard to the text. */
  readonly focus?: boolean;
  /** Shows it in the text; default true. */
  readonly reveal?: boolean;
  /** Shows its data; default true. */
  readonly tab?: boolean;
  /** One of its visits. */
  readonly visit?: number;
}

export class Subject {
  readonly #hub: Hub;
  #document: DocumentMessage | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  /** Undefined until the host has sent it. */
  get document(): DocumentMessage | undefined {
    return this.#document;
  }

  load(document: DocumentMessage): void {
    const first = this.#document === undefined;
    this.#document = document;
    const { uri, pointer, machineType } = document;
    if (first) this.#hub.keep({ uri, ...(pointer !== undefined && { pointer }) });
    this.#hub.store.set({ name: document.name, ...(first && machineType && { machineType }) });
    this.#hub.wake(document.text);
    this.#hub.send({ type: "load", version: document.version, text: document.text, language: document.language });
  }

  /** A new worker knows no text yet. */
  loadAgain(): void {
    if (this.#document) this.load(this.#document);
  }

  drawn({ drawing }: Pick<Drawn, "drawing">): void {
    const { drawing: shown } = this.#state;
    // The first text has been drawn before there was a worker.
    const same = shown?.version === drawing.version && shown.key === drawing.key;
    this.#hub.store.set({ ...(!same && { drawing }), broken: undefined });
    this.#tellDrawn(drawing.version);
  }

  notDrawn({ version, message, offset, line, partial }: NotDrawn): void {
    this.#hub.store.set({ broken: { message, offset, line }, drawing: this.#state.drawing ?? partial });
    this.#tellDrawn(version, message);
  }

  #tellDrawn(version: number, broken?: string): void {
    const states = this.#state.drawing?.states.length ?? 0;
    this.#hub.tell({ type: "drawn", version, states, ...(broken !== undefined && { broken }) });
  }

  /** The cursor in the text selects the state around it. */
  cursorInText(offset: number): void {
    const states = this.#state.broken ? [] : (this.#state.drawing?.states ?? []);
    const around = states.findLast(({ start, end }) => start <= offset && offset <= end);
    if (!around || around.name === this.#state.selected) return;
    this.#hub.store.set({ selected: around.name, visit: undefined });
    this.#hub.keep({ selected: around.name });
  }

  /** A state chosen in the panel, shown in the text as well. */
  select(name: string | undefined, options: SelectOptions = {}): void {
    const { focus = false, reveal = true, tab = true, visit } = options;
    const shows = tab && name !== undefined ? { tab: "state" as const } : {};
    this.#hub.store.set({ selected: name, visit, ...shows });
    if (name !== undefined) this.#hub.keep({ selected: name, ...shows });
    const range = this.#state.drawing?.states.find((state) => state.name === name);
    if (range && reveal) this.reveal(range.nameStart, range.nameEnd, focus);
  }

  /** Shows a range of the text, unless the text is another one by now. */
  reveal(start: number, end: number, focus: boolean): void {
    if (!this.#state.broken) this.#hub.tell({ type: "reveal", start, end, focus });
  }

  /** Shows the place of the mistake that keeps the text from being drawn. */
  showMistake(): void {
    const { broken } = this.#state;
    if (broken) this.#hub.tell({ type: "reveal", start: broken.offset, end: broken.offset, focus: true });
  }
}
