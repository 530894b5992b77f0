/** Open windows of an application over a stream: each closes when the watermark has come to its end. */
import type { JsonObject } from "@sluice/engine";
import { Amount } from "./amount.tsx";

export function Windows({ windows }: { windows: readonly JsonObject[] }) {
  return (
    <ul class="bars-list" aria-label="Windows that close next">
      {windows.map(({ key, startMs, endMs, rows, watermarkMs }, index) => {
        const [start, end] = [Number(startMs), Number(endMs)];
        const passed = watermarkMs === null ? 0 : Math.max(0, Math.min(end, Number(watermarkMs)) - start);
        return (
          <li key={`${String(key)} ${start} ${index}`}>
            <code>{clock(start)}</code>
            <Amount value={passed} of={end - start} />
            <span>
              {groupOf(key) === "" ? "" : `${groupOf(key)}: `}
              {String(rows)} rows, closes when the watermark is at {clock(end)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Of event time. */
function clock(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(11, 19);
}

/** A key is the values that rows are grouped by, as JSON. */
function groupOf(key: JsonObject[string] | undefined): string {
  return String(key ?? "").replace(/^\[|\]$|"/g, "");
}
