/** One state: each of its visits with what went in, what came out, what failed; or the execution as a whole. */
import type { Attempt, TraceFold, Visit } from "@sluice/engine";
import type { Controller } from "../controller.ts";
import { clockText } from "../format.ts";
import { RUN_WORDS, type ShownStatus, STATUS_WORDS } from "../messages.ts";
import { openTasks, type Run, type ViewState } from "../state.ts";
import { STATUS_ICONS, TYPE_ICONS } from "../status.ts";
import { foldAt, stagesOf } from "../trace.ts";
import { DataFlow } from "./data-flow.tsx";
import { Icon } from "./icon.tsx";
import { JsonView } from "./json-view.tsx";
import { WrittenObjects } from "./written-objects.tsx";

export function StateDetail({ state, controller }: { state: ViewState; controller: Controller }) {
  const { selected, run, drawing } = state;
  if (selected === undefined) return <ExecutionDetail state={state} controller={controller} />;
  const type = drawing?.states.find(({ name }) => name === selected)?.type;
  const visits = foldAt(run).states.get(selected)?.visits ?? [];
  const index = Math.min(state.visit ?? visits.length - 1, visits.length - 1);
  const visit = visits[index];
  return (
    <div class="state-detail">
      <div class="state-head">
        <h2>
          <Icon name={TYPE_ICONS[type ?? ""] ?? "gear"} class="muted" />
          {selected} <span class="muted">{type}</span>
        </h2>
        {visits.length > 1 && <VisitPicker visits={visits} index={index} controller={controller} />}
      </div>
      {visit ? (
        <VisitDetail visit={visit} run={run} status={shownStatus(run, visit)} />
      ) : (
        <p class="absent">
          {run ? "Not reached so far." : "Run the state machine to see what goes in and what comes out."}
        </p>
      )}
    </div>
  );
}

function shownStatus(run: Run | undefined, visit: Visit): ShownStatus {
  if (visit.status !== "running" || !run || run.cursor < run.length) return visit.status;
  if (run.status === "STOPPED") return "aborted";
  return openTasks(run).some(({ call }) => call.stateName === visit.state) ? "waiting" : "running";
}

interface VisitPickerProps {
  readonly visits: readonly Visit[];
  readonly index: number;
  readonly controller: Controller;
}

function VisitPicker({ visits, index, controller }: VisitPickerProps) {
  const turn = (visit: Visit): string =>
    visit.iterations.map(({ state, index: item }) => `${state} item ${item}`).join(", ");
  return (
    <div class="visits">
      <button
        type="button"
        class="icon-button"
        aria-label="Earlier visit"
        disabled={index === 0}
        onClick={() => controller.setVisit(index - 1)}
      >
        <Icon name="chevron-left" />
      </button>
      <select
        aria-label="Visit"
        value={String(index)}
        onChange={(event) => controller.setVisit(Number(event.currentTarget.value))}
      >
        {visits.map((visit, at) => (
          <option key={visit.enteredId} value={String(at)}>
            {`${at + 1} of ${visits.length}${visit.iterations.length > 0 ? ` · ${turn(visit)}` : ""} · ${STATUS_WORDS[visit.status]}`}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        aria-label="Later visit"
        disabled={index >= visits.length - 1}
        onClick={() => controller.setVisit(index + 1)}
      >
        <Icon name="chevron-right" />
      </button>
    </div>
  );
}

function VisitDetail({ visit, run, status }: { visit: Visit; run: Run | undefined; status: ShownStatus }) {
  const entered = clockText(visit.enteredMs - (run?.events[0]?.timeMs ?? 0));
  const took = visit.exitedMs === undefined ? "" : ` · took ${clockText(visit.exitedMs - visit.enteredMs)}`;
  const calls = visit.attempts.filter(({ parameters }) => parameters !== undefined);
  return (
    <>
      <p class="facts">
        <span class={`standing standing-${status}`}>
          <Icon name={STATUS_ICONS[status]} />
          {STATUS_WORDS[status]}
        </span>
        <span>
          entered {entered}
          {took}
        </span>
      </p>
      {(visit.error !== undefined || visit.cause !== undefined) && <Failure error={visit.error} cause={visit.cause} />}
      <DataFlow visit={visit} stages={stagesOf(run, visit)} />
      <div class="columns">
        <JsonView label="Input" value={visit.input} />
        <JsonView
          label="Output"
          value={visit.output}
          absent={visit.status === "running" ? "Not yet" : "None: the state did not end normally"}
        />
        {visit.assigned && <JsonView label="Assigned variables" value={visit.assigned} />}
        {calls.map((attempt, index) => (
          <AttemptDetail key={attempt.scheduledId} attempt={attempt} number={index + 1} of={calls.length} />
        ))}
      </div>
    </>
  );
}

function AttemptDetail({ attempt, number, of }: { attempt: Attempt; number: number; of: number }) {
  const name = of > 1 ? `Attempt ${number}: ` : "";
  return (
    <>
      <JsonView label={`${name}${of > 1 ? "task input" : "Task input"}`} value={attempt.parameters} />
      {attempt.error !== undefined || attempt.cause !== undefined ? (
        <section class="json">
          <h3>{name}failed</h3>
          <Failure error={attempt.error} cause={attempt.cause} />
        </section>
      ) : (
        <JsonView label={`${name}${of > 1 ? "task result" : "Task result"}`} value={attempt.result} absent="Not yet" />
      )}
    </>
  );
}

function Failure({ error, cause }: { error: string | undefined; cause: string | undefined }) {
  return (
    <dl class="failure">
      <dt>Error</dt>
      <dd>{error ?? "none given"}</dd>
      {cause !== undefined && (
        <>
          <dt>Cause</dt>
          <dd>{cause}</dd>
        </>
      )}
    </dl>
  );
}

function ExecutionDetail({ state, controller }: { state: ViewState; controller: Controller }) {
  const { run } = state;
  const first = run?.events[0];
  const fold: TraceFold = foldAt(run);
  if (!run || !first) return <p class="absent pad">Choose a state in the graph, or run the state machine.</p>;
  const ended = run.cursor === run.length && run.activity === "ended";
  return (
    <div class="state-detail">
      <h2>
        Execution <span class="muted">{ended ? RUN_WORDS[run.status] : `${fold.states.size} states reached`}</span>
      </h2>
      {ended && (run.error !== undefined || run.cause !== undefined) && <Failure error={run.error} cause={run.cause} />}
      <div class="columns">
        <JsonView label="Input" value={first.details.input} />
        <JsonView
          label="Output"
          value={ended ? run.output : undefined}
          absent={ended ? "None: the execution did not succeed" : "Not yet"}
        />
      </div>
      <WrittenObjects run={run} controller={controller} />
    </div>
  );
}
