/** Finds the state that a frame is in. Within a scope the state that was asked for last is mostly asked for again. */
import type { CompiledState, Program } from "./behavior.ts";
import type { Frame } from "./frame.ts";

export class RecentStates {
  readonly #program: Program;
  /** By scope. */
  readonly #recent: (CompiledState | undefined)[] = [];

  constructor(program: Program) {
    this.#program = program;
  }

  of(frame: Frame): CompiledState | undefined {
    const recent = this.#recent[frame.scope];
    if (recent?.name === frame.state) return recent;
    const following = recent?.following;
    if (following?.name === frame.state) {
      this.#recent[frame.scope] = following;
      return following;
    }
    const state = this.#program.scopes[frame.scope]?.states.get(frame.state);
    if (recent !== undefined) recent.following = state;
    this.#recent[frame.scope] = state;
    return state;
  }
}
