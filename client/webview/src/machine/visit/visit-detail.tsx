/** One visit: how it went, and what is worth knowing of a state of its type. */
import type { Visit } from "@sluice/engine";
import { lazy } from "../../shell/lazy.tsx";
import { clockText, durationText } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { useMachine } from "../context.ts";
import { definitionOf } from "../definition.ts";
import { stagesOf } from "../run/trace.ts";
import { openTasks, type Run } from "../state.ts";
import { STATUS_ICONS } from "../status.ts";
import { type ShownStatus, STATUS_WORDS } from "../words.ts";
import { Failure } from "./failure.tsx";
import { Ladder } from "./ladder.tsx";
import { Pipeline } from "./pipeline.tsx";

const ChoiceDetail = lazy(async () => (await import("../later.ts")).ChoiceDetail, "");
const Lanes = lazy(async () => (await import("../later.ts")).Lanes, "");

export function VisitDetail({ visit }: { visit: Visit }) {
  const { run } = useMachine("run");
  if (!run) return null;
  const status = shownStatus(run, visit);
  const definition = definitionOf(run.key, visit.state);
  const { error, cause } = visit;
  return (
    <>
      <p class="facts">
        <span class={`standing standing-${status}`}>
          <Icon name={STATUS_ICONS[status]} />
          {STATUS_WORDS[status]}
        </span>
        <span>
          entered {clockText(visit.enteredMs - (run.events[0]?.timeMs ?? 0))}
          {visit.endedMs !== undefined && ` · took ${durationText(visit.endedMs - visit.enteredMs)}`}
        </span>
      </p>
      {(error !== undefined || cause !== undefined) && <Failure error={error} cause={cause} />}
      {visit.type === "Choice" && <ChoiceDetail visit={visit} run={run} />}
      {visit.lanes.length > 0 && <Lanes visit={visit} definition={definition} />}
      <Ladder visit={visit} definition={definition} />
      <Pipeline definition={definition} visit={visit} stages={stagesOf(run, visit)} />
    </>
  );
}

function shownStatus(run: Run, visit: Visit): ShownStatus {
  if (visit.status !== "running" || run.cursor < run.length) return visit.status;
  if (run.status === "STOPPED") return "aborted";
  return openTasks(run).some(({ call }) => call.stateName === visit.state) ? "waiting" : "running";
}
