/** Where the run stands: its status, a slider through what has happened, the virtual clock. */
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useMachine, usePanel } from "../context.ts";
import { isRedrivable, type Run } from "../state.ts";
import { RUN_WORDS } from "../words.ts";
import { Clock } from "./clock.tsx";

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

export function RunBar() {
  const { transport } = usePanel();
  const state = useMachine("run", "play", "drawing", "broken");
  const { run, play } = state;
  if (!run) return null;
  const { kind, icon, text } = standingOf(run, play.playing);
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
          onClick={() => transport.redrive()}
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
        onInput={(event) => transport.moveCursor(Number(event.currentTarget.value))}
      />
      <span class="position">
        {run.cursor} / {run.length}
      </span>
      <Clock />
    </div>
  );
}
