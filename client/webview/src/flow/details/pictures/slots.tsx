/** Workers, and execution environments of functions: one square each, filled while it works. */
import type { JsonObject } from "@sluice/engine";

export function Workers({ workers }: { workers: readonly JsonObject[] }) {
  return (
    <ul class="slots" aria-label="Workers">
      {workers.map(({ state, messages }, index) => {
        const own = Array.isArray(messages) ? messages : [];
        const said = `worker ${index + 1}: ${String(state)}${own.length > 0 ? `, works on ${own.map((each) => `m${String(each)}`).join(", ")}` : ""}`;
        return <li key={index} class={own.length > 0 ? "slot busy" : "slot"} title={said} aria-label={said} />;
      })}
    </ul>
  );
}

/** Execution environments of a function. */
const MAX_SLOTS = 120;

export function Slots({ busy, idle }: { busy: number; idle: number }) {
  const shown = Math.min(MAX_SLOTS, busy + idle);
  return (
    <div class="slots" role="img" aria-label={`${busy} environments at work, ${idle} idle`}>
      {Array.from({ length: shown }, (_, index) => (
        <span key={index} class={index < busy ? "slot busy" : "slot"} />
      ))}
    </div>
  );
}
