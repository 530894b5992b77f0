/** How a state came from its input to its output: each stage that changed the data, in the words of its field. */
import type { DataStage, JsonValue, Visit } from "@sluice/engine";
import { type Change, changesBetween, MAX_CHANGES } from "../changes.ts";
import type { VisitStage } from "../worker-protocol.ts";
import { JsonView } from "./json-view.tsx";

const NAMES: Readonly<Record<DataStage, string>> = {
  afterInputPath: "InputPath",
  afterParameters: "Parameters",
  afterArguments: "Arguments",
  afterItemsPath: "ItemsPath",
  afterItemSelector: "ItemSelector",
  afterItemBatcher: "ItemBatcher",
  maxConcurrency: "MaxConcurrency",
  toleratedFailureCount: "ToleratedFailureCount",
  toleratedFailurePercentage: "ToleratedFailurePercentage",
  result: "Result",
  afterResultSelector: "ResultSelector",
  afterResultPath: "ResultPath",
};

/** These begin anew with what the world or the machine says: a comparison with the stage before would mislead. */
const FRESH: ReadonlySet<DataStage> = new Set([
  "result",
  "maxConcurrency",
  "toleratedFailureCount",
  "toleratedFailurePercentage",
]);

interface Row {
  readonly name: string;
  readonly value: JsonValue;
  /** undefined: not compared. */
  readonly changes: readonly Change[] | undefined;
}

/** What these make is compared with the state's input: the one reads it, the other puts the result into it. */
const OF_INPUT: ReadonlySet<DataStage> = new Set(["afterInputPath", "afterResultPath"]);

function rowsOf(visit: Visit, stages: readonly VisitStage[]): Row[] {
  const rows: Row[] = [];
  const add = (row: Row): void => {
    if (row.changes?.length === 0) return;
    // A retry begins at the start again, and mostly makes the same of it.
    const again = rows.some(({ name, value }) => name === row.name && changesBetween(value, row.value).length === 0);
    if (!again) rows.push(row);
  };
  let before = visit.input;
  for (const { stage, value } of stages) {
    const base = OF_INPUT.has(stage) ? visit.input : before;
    add({ name: NAMES[stage], value, changes: FRESH.has(stage) ? undefined : changesBetween(base, value) });
    before = value;
  }
  const { output } = visit;
  if (output !== undefined) add({ name: "Output", value: output, changes: changesBetween(before, output) });
  return rows;
}

export function DataFlow({ visit, stages }: { visit: Visit; stages: readonly VisitStage[] }) {
  const rows = rowsOf(visit, stages);
  if (rows.length === 0) return null;
  return (
    <section class="flow" aria-label="From input to output">
      <h3>From input to output</h3>
      <ol>
        {rows.map(({ name, value, changes }, index) => (
          <li key={index}>
            <details>
              <summary>
                <span class="flow-name">{name}</span> {changes && <Changes changes={changes} />}
              </summary>
              <JsonView label={`After ${name}`} value={value} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

const SIGNS: Readonly<Record<Change["kind"], string>> = { added: "+", removed: "−", changed: "~" };

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <span class="flow-changes">
      {changes.slice(0, MAX_CHANGES).map(({ kind, path }) => (
        <span key={path} class={`change change-${kind}`} title={`${kind}: ${path === "" ? "the whole value" : path}`}>
          {path === "" ? "another value" : `${SIGNS[kind]} ${path}`}
        </span>
      ))}
      {changes.length > MAX_CHANGES && <span class="change">and more</span>}
    </span>
  );
}
