/** What stands between the text and its graph, or between the run and its end: one line each, with the way out. */
import type { Controller } from "../controller.ts";
import { isStale, type Run, type ViewState } from "../state.ts";
import { Icon, type IconName } from "./icon.tsx";

interface NoticeProps {
  readonly kind: "info" | "warning" | "error";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const ICONS: Readonly<Record<NoticeProps["kind"], IconName>> = { info: "info", warning: "warning", error: "error" };

function Notice({ kind, text, action }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role="status">
      <Icon name={ICONS[kind]} />
      <p>{text}</p>
      {action && (
        <button type="button" class="link" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}

function historyText({ name, strangers }: NonNullable<Run["history"]>): string {
  const shown = `The execution history ${name}.`;
  if (strangers.length === 0) return shown;
  const some = strangers.slice(0, 3).map((state) => `“${state}”`);
  const names = strangers.length > 3 ? `${some.join(", ")} and ${strangers.length - 3} more` : some.join(", ");
  return `${shown} This definition does not have its ${strangers.length === 1 ? "state" : "states"} ${names}.`;
}

export function Notices({ state, controller }: { state: ViewState; controller: Controller }) {
  const { broken, drawing, notice, mockProblem, mockFile, objectsProblem, run } = state;
  return (
    <>
      {broken && (
        <Notice
          kind="warning"
          text={`Line ${broken.line}: ${broken.message}${drawing && drawing.states.length > 0 ? " The graph shows the last text that could be read." : ""}`}
          action={{ label: "Show in text", run: () => controller.showMistake() }}
        />
      )}
      {!broken && isStale(state) && (
        <Notice
          kind="info"
          text="The definition has changed since this run began."
          action={{ label: "Restart", run: () => controller.run.restart() }}
        />
      )}
      {run?.history && (
        <Notice
          kind={run.history.strangers.length > 0 ? "warning" : "info"}
          text={historyText(run.history)}
          action={{ label: "Use its input", run: () => controller.takeInputOfRun() }}
        />
      )}
      {notice && (
        <Notice kind="error" text={notice} action={{ label: "Dismiss", run: () => controller.dismissNotice() }} />
      )}
      {objectsProblem && <Notice kind="warning" text={objectsProblem} />}
      {mockProblem && (
        <Notice
          kind="warning"
          text={`${mockFile ?? "Mocks"}: ${mockProblem}`}
          action={{ label: "Open", run: () => controller.openMocks() }}
        />
      )}
    </>
  );
}
