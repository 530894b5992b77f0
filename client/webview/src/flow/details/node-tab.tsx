/** The chosen resource: how it looks just now, what it is set to, what can be done to it, and what is counted. */
import type { JsonObject } from "@sluice/engine";
import { durationText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";
import { shortNumber } from "../drawing/node-box.tsx";
import type { Inspected } from "../worker/protocol.ts";
import { Actions } from "./actions.tsx";
import { Picture } from "./picture.tsx";
import { Settings } from "./settings.tsx";

export function NodeTab() {
  const { selected, inspected, drawing } = useFlow("selected", "inspected", "drawing");
  if (selected === undefined || !drawing) {
    return (
      <p class="absent pad">
        Choose a resource: how it stands, what it is set to and what is counted at it is shown here.
      </p>
    );
  }
  const node = drawing.nodes.find(({ id }) => id === selected);
  return (
    <div class="pad node-tab">
      {inspected && <Picture inspected={inspected} />}
      <Connections id={selected} />
      {inspected && <Settings key={selected} settings={inspected.settings} />}
      {node && <Actions key={`do ${selected}`} node={node} inspected={inspected} />}
      {inspected && <Metrics inspected={inspected} />}
    </div>
  );
}

/** What connects it to others is no box of its own: a subscription, an event source mapping. */
function Connections({ id }: { id: string }) {
  const panel = usePanel();
  const { drawing } = useFlow("drawing");
  const at = drawing?.nodes.findIndex((node) => node.id === id) ?? -1;
  const own = drawing?.edges.filter(({ from, to, via }) => via.length > 0 && (from === at || to === at)) ?? [];
  if (own.length === 0) return null;
  return (
    <p class="row connections">
      <span class="muted">Connected by</span>
      {own.flatMap(({ via }) =>
        via.map((name) => (
          <button key={name} type="button" class="link" onClick={() => panel.select(name)}>
            {name}
          </button>
        )),
      )}
    </p>
  );
}

/** `{ metric: "Stock.deadLettered", total: "= 3" }` -> "total = 3". */
function boundText({ metric, ...bound }: JsonObject): string {
  return Object.entries(bound)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}

/** What was seen becomes a part of the scenario that every run is to hold. */
function ExpectButton({ metric, expectation }: { metric: string; expectation: JsonObject }) {
  const panel = usePanel();
  const bound = boundText(expectation);
  return (
    <button
      type="button"
      class="link quiet expect"
      title={`Expect of every run: ${bound}`}
      aria-label={`Expect ${metric}: ${bound}`}
      onClick={() => void panel.changes.expect(expectation)}
    >
      Expect
    </button>
  );
}

function Metrics({ inspected: { metrics, seen } }: { inspected: Inspected }) {
  const rows = Object.entries(metrics).flatMap(([name, metric]): readonly (readonly [string, string])[] => {
    const text = (value: number): string => (name.endsWith("Ms") ? durationText(value) : shortNumber(value));
    if (metric.kind === "counter") return metric.total === 0 ? [] : [[name, text(metric.total)]];
    if (metric.kind === "histogram") {
      return metric.count === 0
        ? []
        : [[name, `p50 ${text(metric.p50)}, p99 ${text(metric.p99)}, at most ${text(metric.max)}`]];
    }
    return metric.max === 0 ? [] : [[name, `${text(metric.value)}, at most ${text(metric.max)}`]];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-label="Metrics">
      <h2>Metrics up to now</h2>
      <dl class="values">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {text}
              {seen[name] && <ExpectButton metric={name} expectation={seen[name]} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
