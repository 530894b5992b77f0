// biome-ignore-all lint/a11y/useSemanticElements: <pre> keeps the lines; the role names the region that scrolls
/** A JSON value, pretty-printed and coloured as the editor colours it. Text only: nothing in it becomes markup. */
import type { JsonValue } from "@sluice/engine";
import { useMemo, useState } from "preact/hooks";
import { jsonText, jsonTokens } from "./format.ts";

/** What is shown at first of a large value; the rest comes on request. */
const FIRST_CHARACTERS = 8_000;
/** Beyond this there are no colours: hundreds of thousands of elements would stall the page. */
const COLOURED_CHARACTERS = 60_000;

export interface JsonViewProps {
  readonly label: string;
  /** undefined: there is none (yet). */
  readonly value: JsonValue | undefined;
  readonly absent?: string;
}

export function JsonView({ label, value, absent = "None" }: JsonViewProps) {
  const [all, setAll] = useState(false);
  const text = useMemo(() => (value === undefined ? "" : jsonText(value)), [value]);
  const shown = all ? text : text.slice(0, FIRST_CHARACTERS);
  return (
    <section class="json" aria-label={label}>
      <h3>{label}</h3>
      {value === undefined ? <p class="absent">{absent}</p> : <JsonPre text={shown} label={label} />}
      {shown.length < text.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          Show all ({Math.ceil(text.length / 1024)} KB)
        </button>
      )}
    </section>
  );
}

function JsonPre({ text, label }: { text: string; label: string }) {
  return (
    // Scrolls when the value is long, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <pre tabIndex={0} role="region" aria-label={`${label}, JSON`}>
      <Coloured text={text} />
    </pre>
  );
}

/** JSON text with its words in colour; whatever the text is, joined again it is the same. */
export function Coloured({ text }: { text: string }) {
  const tokens = useMemo(() => (text.length > COLOURED_CHARACTERS ? undefined : jsonTokens(text)), [text]);
  if (!tokens) return <>{text}</>;
  return (
    <>
      {tokens.map(({ kind, text: part }, index) =>
        kind === "plain" ? (
          part
        ) : (
          <span key={index} class={`json-${kind}`}>
            {part}
          </span>
        ),
      )}
    </>
  );
}
