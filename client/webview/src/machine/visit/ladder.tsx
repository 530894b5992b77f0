/** Retry and Catch as a ladder: each try, how it ended, which retrier or catcher took the error, and why not the others. */
import { type HandlerVerdict, type JsonObject, ladderOf, type Rung, type Visit } from "@sluice/engine";
import { durationText } from "../../ui/format.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { JsonView } from "../../ui/json-view.tsx";
import { usePanel } from "../context.ts";
import { Failure } from "./failure.tsx";

const OUTCOMES: Readonly<Record<Rung["outcome"], readonly [status: string, icon: IconName, words: string]>> = {
  running: ["running", "play", "running"],
  succeeded: ["succeeded", "check", "succeeded"],
  retried: ["caught", "debug-restart", "failed, tried again"],
  caught: ["caught", "warning", "failed, caught"],
  failed: ["failed", "error", "failed"],
  aborted: ["aborted", "circle-slash", "aborted"],
};

export function Ladder({ definition, visit }: { definition: JsonObject; visit: Visit }) {
  const rungs = ladderOf(definition, visit);
  const worthIt = rungs.length > 1 || rungs.some(({ handlers }) => handlers.length > 0);
  if (!worthIt) return null;
  return (
    <section class="ladder" aria-label="Tries">
      <h3>Tries</h3>
      <ol>
        {rungs.map((rung) => (
          <RungRow key={rung.number} rung={rung} open={rung.number === rungs.length} />
        ))}
      </ol>
    </section>
  );
}

function RungRow({ rung, open }: { rung: Rung; open: boolean }) {
  const { number, attempt, outcome, error, cause, handlers, wait } = rung;
  const [status, icon, words] = OUTCOMES[outcome];
  const tookMs = attempt?.endedMs === undefined ? undefined : attempt.endedMs - attempt.timeMs;
  return (
    <li class={`rung standing-${status}`}>
      <details open={open}>
        <summary>
          <Icon name={icon} class="rung-icon" />
          <span class="rung-number">{number}</span> <span>{error ?? words}</span>
          <span class="muted">
            {error !== undefined && ` ${words}`}
            {tookMs !== undefined && tookMs > 0 && ` · took ${durationText(tookMs)}`}
          </span>
        </summary>
        {handlers.length > 0 && (
          <ul class="verdicts">
            {handlers.map((verdict) => (
              <VerdictRow key={`${verdict.kind} ${verdict.index}`} verdict={verdict} />
            ))}
          </ul>
        )}
        {/* What failed at last is the state's own failure, told above. */}
        {outcome !== "failed" && cause !== undefined && cause !== "" && <Failure error={error} cause={cause} />}
        {attempt && (attempt.parameters !== undefined || attempt.result !== undefined) && (
          <div class="columns">
            {attempt.parameters !== undefined && <JsonView label="Called with" value={attempt.parameters} />}
            {attempt.result !== undefined && <JsonView label="Answered" value={attempt.result} />}
          </div>
        )}
      </details>
      {wait && (
        <p class="rung-wait">
          <Icon name="watch" />
          {wait.jitter
            ? `waits up to ${durationText(wait.seconds * 1000)} (FULL jitter)`
            : durationText(wait.seconds * 1000)}
          {/[×,]/.test(wait.formula) && <span class="muted">{wait.formula}</span>}
        </p>
      )}
    </li>
  );
}

function VerdictRow({ verdict }: { verdict: HandlerVerdict }) {
  const { subject } = usePanel();
  const { kind, index, errorEquals, takes, why, next } = verdict;
  return (
    <li class={takes ? "takes" : "muted"}>
      <Icon name={takes ? "check" : "close"} />
      <span>
        <b>
          {kind} {index + 1}
        </b>{" "}
        <code>{errorEquals.join(", ")}</code> {why}
        {takes && next !== undefined && (
          <>
            {" → "}
            <button type="button" class="link" onClick={() => subject.select(next)}>
              {next}
            </button>
          </>
        )}
      </span>
    </li>
  );
}
