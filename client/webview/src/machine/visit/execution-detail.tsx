/** The execution as a whole: how it stands, what went in, what came out. */
import { DiffView } from "../../ui/diff-view.tsx";
import { JsonView } from "../../ui/json-view.tsx";
import { useMachine } from "../context.ts";
import { foldAt } from "../run/trace.ts";
import { RUN_WORDS } from "../words.ts";
import { Failure } from "./failure.tsx";
import { WrittenObjects } from "./written-objects.tsx";

export function ExecutionDetail() {
  const { run } = useMachine("run");
  const first = run?.events[0];
  const fold = foldAt(run);
  if (!run || !first) return <p class="absent pad">Choose a state in the graph, or run the state machine.</p>;
  const ended = run.cursor === run.length && run.activity === "ended";
  const { error, cause, output } = run;
  return (
    <div class="state-detail">
      <h2>
        Execution <span class="muted">{ended ? RUN_WORDS[run.status] : `${fold.states.size} states reached`}</span>
      </h2>
      {ended && (error !== undefined || cause !== undefined) && <Failure error={error} cause={cause} />}
      <div class="columns">
        <JsonView label="Input" value={first.details.input} />
        <JsonView
          label="Output"
          value={ended ? output : undefined}
          absent={ended ? "None: the execution did not succeed" : "Not yet"}
        />
      </div>
      {ended && output !== undefined && (
        <details class="section">
          <summary>What changed from input to output</summary>
          <DiffView label="From input to output" before={first.details.input} after={output} />
        </details>
      )}
      <WrittenObjects run={run} />
    </div>
  );
}
