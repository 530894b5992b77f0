// biome-ignore-all lint/a11y/useSemanticElements: <meter> cannot be coloured by VS Code's variables in every engine
/** How near a policy is to what AWS takes. */
import type { PatternLimit } from "@sluice/engine";

export function Meters({ meters }: { meters: readonly PatternLimit[] }) {
  return (
    <ul class="meters" aria-label="Limits">
      {meters.map((meter) => (
        <Meter key={meter.id} meter={meter} />
      ))}
    </ul>
  );
}

function Meter({ meter: { used, limit, label, how } }: { meter: PatternLimit }) {
  const share = Math.min(1, used / limit);
  const kind = used > limit ? "over" : share > 0.8 ? "near" : "well";
  const text = `${used.toLocaleString("en")} of ${limit.toLocaleString("en")} ${label}`;
  return (
    <li class={`meter meter-${kind}`} title={how === undefined || how === "" ? text : `${text}: ${how}`}>
      <span class="meter-text">{text}</span>
      <span
        class="meter-bar"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={text}
      >
        <span class="meter-fill" style={{ width: `${share * 100}%` }} />
      </span>
    </li>
  );
}
