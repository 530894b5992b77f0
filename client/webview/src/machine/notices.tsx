/** What stands between the text and its graph, or between the run and its end: one line each, with the way out. */
import { Notice } from "../ui/notice.tsx";
import { useMachine, usePanel } from "./context.ts";
import { isRedrivable, isStale, type Run } from "./state.ts";

function historyText({ name, strangers }: NonNullable<Run["history"]>): string {
  const shown = `The execution history ${name}.`;
  if (strangers.length === 0) return shown;
  const some = strangers.slice(0, 3).map((state) => `“${state}”`);
  const names = strangers.length > 3 ? `${some.join(", ")} and ${strangers.length - 3} more` : some.join(", ");
  return `${shown} This definition does not have its ${strangers.length === 1 ? "state" : "states"} ${names}.`;
}

export function Notices() {
  const panel = usePanel();
  const state = useMachine("broken", "drawing", "notice", "mocks", "objectsProblem", "run");
  const { broken, drawing, notice, mocks, objectsProblem, run } = state;
  return (
    <>
      {broken && (
        <Notice
          kind="warning"
          text={`Line ${broken.line}: ${broken.message}${drawing && drawing.states.length > 0 ? " The graph shows the last text that could be read." : ""}`}
          action={{ label: "Show in text", run: () => panel.subject.showMistake() }}
        />
      )}
      {!broken && isStale(state) && (
        <Notice
          kind="info"
          text="The definition has changed since this run began."
          action={{ label: "Restart", run: () => panel.transport.restart() }}
        />
      )}
      {!isStale(state) && run?.mocksChanged && (
        <Notice
          kind="info"
          text={`The mocks have changed since this run ${isRedrivable(state) ? "failed" : "began"}.`}
          action={
            isRedrivable(state)
              ? { label: "Redrive", run: () => panel.transport.redrive() }
              : { label: "Restart", run: () => panel.transport.restart() }
          }
        />
      )}
      {run?.history && (
        <Notice
          kind={run.history.strangers.length > 0 ? "warning" : "info"}
          text={historyText(run.history)}
          action={{ label: "Use its input", run: () => panel.inputs.takeFromRun() }}
        />
      )}
      {notice && <Notice kind="error" text={notice} action={{ label: "Dismiss", run: () => panel.dismissNotice() }} />}
      {objectsProblem && <Notice kind="warning" text={objectsProblem} />}
      {mocks.problem && (
        <Notice
          kind="warning"
          text={`${mocks.exists ? mocks.name : "Mocks"}: ${mocks.problem}`}
          action={{ label: "Open", run: () => panel.hub.tell({ type: "openMocks" }) }}
        />
      )}
    </>
  );
}
