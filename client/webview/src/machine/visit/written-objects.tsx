/** What a run's result writers wrote to S3: it stays in the panel until somebody asks to save it. */
import { useMemo } from "preact/hooks";
import type { S3Object } from "../../../../src/panel/protocol.ts";
import { addressOf } from "../../ui/format.ts";
import { usePanel } from "../context.ts";
import type { Run } from "../state.ts";

/** Of one object; the rest is in the file, once it is saved. */
const SHOWN_CHARACTERS = 8_000;
/** Of one run: each is an element of the page. */
const SHOWN_OBJECTS = 100;

export function WrittenObjects({ run }: { run: Run }) {
  const { hub } = usePanel();
  if (run.written.size === 0) return null;
  const objects = [...run.written.values()];
  return (
    <section class="written" aria-label="Written to S3">
      <h3>Written to S3</h3>
      {objects.slice(0, SHOWN_OBJECTS).map((object) => (
        <WrittenObject key={addressOf(object)} object={object} />
      ))}
      {objects.length > SHOWN_OBJECTS && <p class="muted">and {objects.length - SHOWN_OBJECTS} more</p>}
      <button type="button" class="link" onClick={() => hub.tell({ type: "saveObjects", objects })}>
        Save to .sluice/s3
      </button>
    </section>
  );
}

function WrittenObject({ object }: { object: S3Object }) {
  const text = useMemo(() => textOf(object), [object]);
  return (
    <details class="missing">
      <summary>{addressOf(object)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <pre tabIndex={0}>
        {text.slice(0, SHOWN_CHARACTERS)}
        {text.length > SHOWN_CHARACTERS && "…"}
      </pre>
    </details>
  );
}

function textOf({ body }: S3Object): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
