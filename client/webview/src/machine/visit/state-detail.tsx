/** One state: each of its visits with what went in, what became of it, what came out; or the execution as a whole. */
import { useState } from "preact/hooks";
import { lazy } from "../../shell/lazy.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useMachine, usePanel } from "../context.ts";
import { foldAt } from "../run/trace.ts";
import { TYPE_ICONS } from "../status.ts";
import { ExecutionDetail } from "./execution-detail.tsx";
import { VisitDetail } from "./visit-detail.tsx";
import { VisitPicker } from "./visit-picker.tsx";

const Trial = lazy(async () => (await import("../later.ts")).Trial);

export function StateDetail() {
  const { selected } = useMachine("selected");
  return selected === undefined ? <ExecutionDetail /> : <OneState key={selected} name={selected} />;
}

function OneState({ name }: { name: string }) {
  const panel = usePanel();
  const { run, drawing, visit: wanted } = useMachine("run", "drawing", "visit");
  const [tries, setTries] = useState(false);
  const type = drawing?.states.find((state) => state.name === name)?.type;
  const visits = foldAt(run).states.get(name)?.visits ?? [];
  const index = Math.min(wanted ?? visits.length - 1, visits.length - 1);
  const visit = visits[index];
  return (
    <div class="state-detail">
      <div class="state-head">
        <h2>
          <Icon name={TYPE_ICONS[type ?? ""] ?? "gear"} class="muted" />
          {name} <span class="muted">{type}</span>
        </h2>
        <div class="state-actions">
          {visits.length > 1 && <VisitPicker visits={visits} index={index} />}
          <button
            type="button"
            class={`icon-button${tries ? " pressed" : ""}`}
            title="Try this state by itself, with an input of your own"
            aria-label="Try this state"
            aria-pressed={tries}
            onClick={() => setTries(!tries)}
          >
            <Icon name="beaker" />
          </button>
        </div>
      </div>
      {tries && <Trial key={`${name} ${visit?.enteredId}`} state={name} type={type} visit={visit} />}
      {!tries && visit && <VisitDetail visit={visit} />}
      {!tries && !visit && (
        <p class="absent">
          {run ? "Not reached so far. " : "Run the state machine to see what goes in and what comes out. "}
          <button type="button" class="link" onClick={() => panel.transport.runTo(name)}>
            Run to here
          </button>
        </p>
      )}
    </div>
  );
}
