/** What stands in the way, what has been changed and is written nowhere yet. */
import { Notice } from "../ui/notice.tsx";
import { useFlow, usePanel } from "./context.ts";

export function Notices() {
  const panel = usePanel();
  const { notice, broken, problems, source, savedText, name, outcome } = useFlow(
    ...(["notice", "broken", "problems", "source", "savedText", "name", "outcome"] as const),
  );
  const errors = problems.filter(({ severity }) => severity === "error");
  const others = problems.filter(({ severity }) => severity === "warning" || severity === "information");
  const isChanged = source !== undefined && source.text !== savedText;
  return (
    <>
      {notice !== undefined && (
        <Notice kind="warning" text={notice} action={{ label: "Dismiss", run: () => panel.dismissNotice() }} />
      )}
      {broken && <Notice kind="error" text={`${name}: ${problems[0]?.message ?? "it cannot be read"}`} />}
      {!broken && errors.map(({ message }) => <Notice key={message} kind="error" text={message} />)}
      {!broken && others.slice(0, 2).map(({ message }) => <Notice key={message} kind="info" text={message} />)}
      {outcome?.isStuck && (
        <Notice kind="error" text="Virtual time stands still: something goes round without end at one moment." />
      )}
      {outcome?.violations.map((text) => (
        <Notice key={text} kind="error" text={`A bug of the simulator, please report it: ${text}`} />
      ))}
      {isChanged && (
        <Notice
          kind="info"
          text={source.isSample ? "What you changed is in no file yet." : `What you changed is not in ${name} yet.`}
          action={{
            label: source.isSample ? "Save as scenario" : "Write to scenario",
            run: () => panel.changes.saveScenario(),
          }}
        />
      )}
    </>
  );
}
