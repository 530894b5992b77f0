/** How a state came from its input to its output: each transformation with its formula and what it made of the data. */
import {
  type Change,
  changesBetween,
  isEqual,
  type JsonObject,
  type JsonValue,
  type PipelineStep,
  pipelineOf,
  type Stage,
  type Visit,
} from "@sluice/engine";
import { useMemo, useState } from "preact/hooks";
import { DiffView } from "../../ui/diff-view.tsx";
import { JsonView } from "../../ui/json-view.tsx";

const MAX_CHANGES = 6;

/** Rows that are open, by the step's id: whoever opens one wants to see it of the next state as well. */
const opened = new Map<string, boolean>([
  ["input", true],
  ["output", true],
]);

export interface PipelineProps {
  readonly definition: JsonObject;
  readonly visit: Visit;
  readonly stages: readonly Stage[];
}

export function Pipeline({ definition, visit, stages }: PipelineProps) {
  const steps = pipelineOf(definition, visit, stages);
  const missing = visit.status === "running" ? "Not yet" : "None: the state did not end normally";
  return (
    <section class="pipeline" aria-label="From input to output">
      <h3>From input to output</h3>
      <ol>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
        {visit.output === undefined && (
          <li class="step">
            <p class="step-head">
              <span class="step-name">Output</span> <span class="absent">{missing}</span>
            </p>
          </li>
        )}
      </ol>
    </section>
  );
}

/** A step by itself; also of a state that was tried. */
export function Step({ step }: { step: PipelineStep }) {
  const { id, name, formula, value, base } = step;
  const [open, setOpen] = useState(opened.get(id) ?? false);
  const changes = useMemo(
    () => (base === undefined ? undefined : changesBetween(base, value, MAX_CHANGES + 1)),
    [base, value],
  );
  const toggle = (next: boolean): void => {
    opened.set(id, next);
    setOpen(next);
  };
  return (
    <li class="step">
      <details open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
        <summary class="step-head">
          <span class="step-name">{name}</span>
          {changes ? <Changes changes={changes} /> : <span class="step-kind">{summaryOf(value)}</span>}
        </summary>
        {open && (
          <div class="step-body">
            {formula !== undefined && id !== "result" && <Formula formula={formula} />}
            {base !== undefined && !isEqual(base, value) ? (
              <DiffView label={`${name}, JSON`} before={base} after={value} />
            ) : (
              <JsonView label={name} value={value} />
            )}
          </div>
        )}
      </details>
    </li>
  );
}

function Formula({ formula }: { formula: JsonValue }) {
  const text = typeof formula === "string" ? formula : JSON.stringify(formula, null, 2);
  return <code class="formula">{text}</code>;
}

const SIGNS: Readonly<Record<Change["kind"], string>> = { added: "+", removed: "−", changed: "~" };

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <span class="step-kind">unchanged</span>;
  return (
    <span class="changes">
      {changes.slice(0, MAX_CHANGES).map(({ kind, path }) => (
        <span key={path} class={`change change-${kind}`} title={`${kind}: ${path === "" ? "the whole value" : path}`}>
          {path === "" ? "another value" : `${SIGNS[kind]} ${path}`}
        </span>
      ))}
      {changes.length > MAX_CHANGES && <span class="change">and more</span>}
    </span>
  );
}

function summaryOf(value: JsonValue): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? "item" : "items"}`;
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    return names.length === 0 ? "{}" : names.slice(0, 6).join(", ") + (names.length > 6 ? ", …" : "");
  }
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
