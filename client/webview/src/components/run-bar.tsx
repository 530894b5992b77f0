/** Where the run stands: its status, a slider through what has happened, the virtual clock. */
import type { Controller } from "../controller.ts";
import { clockText } from "../format.ts";
import { RUN_WORDS } from "../messages.ts";
import { elapsedMs, isRedrivable, type Run, type ViewState } from "../state.ts";
import { Icon, type IconName } from "./icon.tsx";

interface Standing {
  readonly kind: string;
  readonly icon: IconName;
  readonly text: string;
}

function standingOf(run: Run, playing: boolean): Standing {
  if (run.activity === "blocked") return { kind: "waiting", icon: "question", text: "Waiting for an answer" };
  switch (run.status) {
    case "RUNNING":
      return run.length <= 1 && run.activity === "resting"
        ? { kind: "idle", icon: "debug-start", text: "Ready" }
        : playing || run.activity === "moving"
          ? { kind: "running", icon: "sync", text: "Running" }
          : { kind: "running", icon: "debug-pause", text: "Paused" };
    case "SUCCEEDED":
      return { kind: "succeeded", icon: "check", text: RUN_WORDS.SUCCEEDED };
    case "FAILED":
    case "TIMED_OUT":
      return { kind: "failed", icon: "error", text: RUN_WORDS[run.status] };
    default:
      return { kind: "aborted", icon: "circle-slash", text: RUN_WORDS[run.status] };
  }
}

export function RunBar({ state, controller }: { state: ViewState; controller: Controller }) {
  const { run } = state;
  if (!run) return null;
  const { kind, icon, text } = standingOf(run, state.playing);
  return (
    <div class="run-bar">
      <span class={`standing standing-${kind}`} title={run.error}>
        <Icon name={icon} />
        {text}
      </span>
      {isRedrivable(state) && (
        <button
          type="button"
          class="link"
          title="Go on from the state that failed, as RedriveExecution does"
          onClick={() => controller.run.redrive()}
        >
          Redrive
        </button>
      )}
      <input
        type="range"
        aria-label="Position in the trace"
        aria-valuetext={`Event ${run.cursor} of ${run.length}`}
        min={0}
        max={run.length}
        value={run.cursor}
        disabled={run.length === 0}
        onInput={(event) => controller.run.moveCursor(Number(event.currentTarget.value))}
      />
      <span class="position">
        {run.cursor} / {run.length}
      </span>
      <span class="clock" title="Virtual time since the execution started">
        <Icon name="watch" />
        {clockText(elapsedMs(run))}
      </span>
    </div>
  );
}
