// biome-ignore-all lint/a11y/useSemanticElements: <pre> keeps the lines; the role names the region that scrolls
/** Two JSON values laid over each other: what came in green, what went in red, told by signs as well. */
import { type DiffLine, diffLines, type JsonValue } from "@sluice/engine";
import { useMemo, useState } from "preact/hooks";
import { Coloured } from "./json-view.tsx";

/** Unchanged lines around a change; longer runs of them are folded. */
const CONTEXT = 3;
/** Each is an element of the page. */
const MAX_ROWS = 600;

const SIGNS: Readonly<Record<DiffLine["mark"], string>> = { same: " ", added: "+", removed: "−" };
const SPOKEN: Readonly<Record<DiffLine["mark"], string>> = { same: "", added: "added: ", removed: "removed: " };

type Row = DiffLine | { readonly mark: "fold"; readonly count: number };

export interface DiffViewProps {
  readonly label: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

export function DiffView({ label, before, after }: DiffViewProps) {
  const [all, setAll] = useState(false);
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  const rows = useMemo(() => (all ? lines : folded(lines)), [lines, all]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <pre tabIndex={0} class="diff" role="region" aria-label={label}>
      {rows.slice(0, MAX_ROWS).map((row, index) =>
        row.mark === "fold" ? (
          <button key={index} type="button" class="link diff-fold" onClick={() => setAll(true)}>
            {`${row.count} unchanged lines`}
          </button>
        ) : (
          <DiffRow key={index} line={row} />
        ),
      )}
      {rows.length > MAX_ROWS && <span class="muted">{`${rows.length - MAX_ROWS} more lines`}</span>}
    </pre>
  );
}

function DiffRow({ line: { mark, text } }: { line: DiffLine }) {
  return (
    <div class={`diff-line diff-${mark}`}>
      <span class="diff-sign" aria-hidden="true">
        {SIGNS[mark]}
      </span>
      {mark !== "same" && <span class="spoken">{SPOKEN[mark]}</span>}
      <Coloured text={text} />
    </div>
  );
}

/** Runs of unchanged lines that are far from any change become one row. */
function folded(lines: readonly DiffLine[]): readonly Row[] {
  const near = new Uint8Array(lines.length);
  for (const [index, { mark }] of lines.entries()) {
    if (mark !== "same") near.fill(1, Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1));
  }
  if (!near.includes(1)) return lines;
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index++) {
    let end = index;
    while (end < lines.length && near[end] === 0) end++;
    if (end - index > 2) {
      rows.push({ mark: "fold", count: end - index });
      index = end - 1;
    } else rows.push(lines[index] as DiffLine);
  }
  return rows;
}
