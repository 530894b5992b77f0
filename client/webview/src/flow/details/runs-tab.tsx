/** Two runs side by side: what was changed, and which numbers are others now. */
import type { FlowDifference } from "@sluice/engine";
import { durationText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";
import { shortNumber } from "../drawing/node-box.tsx";
import type { Outcome } from "../worker/protocol.ts";

/** Differences that are shown at once. */
const MAX_SHOWN = 60;

export function RunsTab() {
  const panel = usePanel();
  const { runs, base, outcome } = useFlow("runs", "base", "outcome");
  if (runs.length < 2) {
    return (
      <p class="absent pad">
        Change a setting of a resource, send a message or begin a fault: what comes of it is shown here beside the run
        before.
      </p>
    );
  }
  const now = runs.findLast((run) => run.outcome === outcome) ?? runs.at(-1);
  const before = runs.find(({ number }) => number === base);
  const isNext = before && now && runs.indexOf(now) - runs.indexOf(before) === 1;
  return (
    <div class="pad runs">
      <div class="row">
        <label class="labelled">
          <span>Compare</span>
          <select
            aria-label="Run to compare with"
            value={String(base)}
            onChange={(event) => panel.setBase(Number(event.currentTarget.value))}
          >
            {runs
              .filter((run) => run !== now)
              .map(({ number, label }) => (
                <option key={number} value={String(number)}>{`run ${number}: ${label}`}</option>
              ))}
          </select>
        </label>
        <span>
          with <strong>run {now?.number}</strong>: {now?.label}
        </span>
      </div>
      {before && now && (
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Run {before.number}</th>
              <th scope="col">Run {now.number}</th>
            </tr>
          </thead>
          <tbody>
            <Row what="messages lost" before={String(before.outcome.lost)} after={String(now.outcome.lost)} />
            <Row what="expectations that hold" before={held(before.outcome)} after={held(now.outcome)} />
            <Row
              what="time it took"
              before={durationText(before.outcome.timeMs)}
              after={durationText(now.outcome.timeMs)}
            />
            {(isNext ? now.outcome.differences : []).slice(0, MAX_SHOWN).map((each) => (
              <Difference key={`${each.node}.${each.metric}`} difference={each} />
            ))}
          </tbody>
        </table>
      )}
      {!isNext && <p class="absent">Of runs that do not follow each other, the charts show the courses.</p>}
    </div>
  );
}

function held({ verdicts }: Outcome): string {
  return `${verdicts.filter(({ passed }) => passed).length} of ${verdicts.length}`;
}

function Difference({ difference: { node, metric, before, after } }: { difference: FlowDifference }) {
  const text = (value: number): string => (metric.includes("Ms") ? durationText(value) : shortNumber(value));
  return <Row what={`${node}.${metric}`} before={text(before)} after={text(after)} up={after > before} />;
}

function Row({ what, before, after, up }: { what: string; before: string; after: string; up?: boolean }) {
  const changed = before !== after;
  return (
    <tr class={changed ? "changed" : ""}>
      <th scope="row">{what}</th>
      <td>{before}</td>
      <td>
        {after}
        {changed && up !== undefined && <span class="muted">{up ? " ▲" : " ▼"}</span>}
      </td>
    </tr>
  );
}
