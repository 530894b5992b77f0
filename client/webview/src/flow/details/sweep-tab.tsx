/** One setting with several values, each over many seeds: a table, and a chart with what is sure of it. */
import type { JsonValue, Spread, SweepRow } from "@sluice/engine";
import { useState } from "preact/hooks";
import { durationText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";
import { shortNumber } from "../drawing/node-box.tsx";
import type { FlowState } from "../state.ts";
import type { SweepAsked } from "../worker/protocol.ts";

export function SweepTab() {
  const panel = usePanel();
  const { sweep, sweepRows, sweeping, drawing, selected } = useFlow(
    "sweep",
    "sweepRows",
    "sweeping",
    "drawing",
    "selected",
  );
  const [path, setPath] = useState(sweep?.path ?? offeredPath(drawing, selected));
  const [values, setValues] = useState(sweep?.values.map(String).join(", ") ?? "1, 2, 3, 5, 10");
  const [seeds, setSeeds] = useState(String(sweep?.seeds ?? 10));
  const [show, setShow] = useState((sweep?.show ?? shownOf(drawing)).join(", "));
  const asked: SweepAsked = {
    path: path.trim(),
    values: listOf(values).map(valueOf),
    seeds: Math.max(1, Number(seeds) || 1),
    show: listOf(show),
  };
  const isGood = asked.path.includes(".") && asked.values.length > 0;
  return (
    <div class="pad sweep">
      <form
        class="sweep-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) panel.changes.startSweep(asked);
        }}
      >
        <Field label="Setting" value={path} onInput={setPath} hint="Orders.RedrivePolicy.maxReceiveCount" />
        <Field label="Values" value={values} onInput={setValues} hint="1, 3, 10" />
        <Field label="Seeds of each" value={seeds} onInput={setSeeds} hint="10" />
        <Field label="Show" value={show} onInput={setShow} hint="lost, OrdersDlq.visible" />
        <div class="row">
          <button type="submit" class="primary" aria-disabled={!isGood || sweeping !== undefined}>
            Sweep
          </button>
          {sweeping !== undefined && (
            <>
              <span class="muted">{sweeping}</span>
              <button type="button" class="link" onClick={() => panel.transport.cancel()}>
                Stop
              </button>
            </>
          )}
        </div>
      </form>
      {sweepRows.length > 0 && <Table rows={sweepRows} />}
      {sweepRows.length > 0 &&
        sweepRows[0]?.columns.map(({ path: column }, at) => (
          <Bars key={column} title={column} rows={sweepRows} at={at} />
        ))}
    </div>
  );
}

function Field({
  label,
  value,
  onInput,
  hint,
}: {
  label: string;
  value: string;
  onInput: (text: string) => void;
  hint: string;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        spellcheck={false}
        placeholder={hint}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

function Table({ rows }: { rows: readonly SweepRow[] }) {
  const [first] = rows;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{first?.values[0]?.path}</th>
          {first?.columns.map(({ path }) => (
            <th key={path} scope="col">
              {path}
            </th>
          ))}
          <th scope="col">expectations hold</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ values, columns, passed, runs }) => (
          <tr key={JSON.stringify(values)}>
            <th scope="row">{values.map(({ value }) => String(value)).join(", ")}</th>
            {columns.map(({ path, spread }) => (
              <td
                key={path}
                title={
                  spread &&
                  `p50 ${text(path, spread.p50)}, p90 ${text(path, spread.p90)}, at most ${text(path, spread.max)}`
                }
              >
                {spread ? `${text(path, spread.mean)} ± ${text(path, spread.plusMinus)}` : "no such metric"}
              </td>
            ))}
            <td>{`${passed} of ${runs}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const HEIGHT = 100;
const STEP = 64;

/** Of each value: the mean with its 95 % confidence, and bars up to the 50th and 90th percentile and the greatest. */
function Bars({ title, rows, at }: { title: string; rows: readonly SweepRow[]; at: number }) {
  const spreads = rows.map(({ columns }) => columns[at]?.spread);
  const max = Math.max(
    1e-9,
    ...spreads.map((spread) => Math.max(spread?.max ?? 0, (spread?.mean ?? 0) + (spread?.plusMinus ?? 0))),
  );
  const y = (value: number): number => HEIGHT - (Math.max(0, value) / max) * (HEIGHT - 8);
  const said = rows
    .map(({ values }, index) => `${values[0]?.value}: ${text(title, spreads[index]?.mean ?? 0)}`)
    .join("; ");
  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span>
        <span class="muted">bars: p50, p90, most; dot: mean ± 95 %</span>
      </figcaption>
      <svg
        class="bars"
        viewBox={`0 0 ${rows.length * STEP} ${HEIGHT + 18}`}
        role="img"
        aria-label={`${title} by value: ${said}`}
      >
        {rows.map(({ values }, index) => {
          const spread = spreads[index];
          return (
            spread && (
              <Bar
                key={JSON.stringify(values)}
                spread={spread}
                x={index * STEP + STEP / 2}
                y={y}
                label={String(values[0]?.value)}
              />
            )
          );
        })}
      </svg>
    </figure>
  );
}

function Bar({ spread, x, y, label }: { spread: Spread; x: number; y: (value: number) => number; label: string }) {
  const { mean, p50, p90, max, plusMinus } = spread;
  return (
    <g>
      <rect class="bar-max" x={x - 16} y={y(max)} width={32} height={HEIGHT - y(max)} />
      <rect class="bar-p90" x={x - 16} y={y(p90)} width={32} height={HEIGHT - y(p90)} />
      <rect class="bar-p50" x={x - 16} y={y(p50)} width={32} height={HEIGHT - y(p50)} />
      <path
        class="bar-sure"
        d={`M${x} ${y(mean - plusMinus)}V${y(mean + plusMinus)}M${x - 5} ${y(mean - plusMinus)}h10M${x - 5} ${y(mean + plusMinus)}h10`}
      />
      <circle class="bar-mean" cx={x} cy={y(mean)} r={3.5} />
      <text class="bar-label" x={x} y={HEIGHT + 14}>
        {label}
      </text>
    </g>
  );
}

function text(path: string, value: number): string {
  return path.includes("Ms")
    ? durationText(value)
    : value < 100
      ? String(Number(value.toFixed(1)))
      : shortNumber(value);
}

function listOf(written: string): readonly string[] {
  return written.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

/** A number where it is one. */
function valueOf(written: string): JsonValue {
  return /^-?\d+(\.\d+)?$/.test(written)
    ? Number(written)
    : written === "true" || written === "false"
      ? written === "true"
      : written;
}

function offeredPath(drawing: FlowState["drawing"], selected: string | undefined): string {
  const queue = drawing?.nodes.find(
    ({ id, word, isDeadLetterQueue }) =>
      word === "Queue" && !isDeadLetterQueue && (id === selected || selected === undefined),
  );
  const any = queue ?? drawing?.nodes.find(({ word, isDeadLetterQueue }) => word === "Queue" && !isDeadLetterQueue);
  return any ? `${any.id}.RedrivePolicy.maxReceiveCount` : "";
}

function shownOf(drawing: FlowState["drawing"]): readonly string[] {
  const dead =
    drawing?.nodes.filter(({ isDeadLetterQueue }) => isDeadLetterQueue).map(({ id }) => `${id}.visible.max`) ?? [];
  return ["lost", ...dead.slice(0, 3)];
}
