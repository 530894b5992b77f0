/** The life of one message: each step with its why, first what became of it; what else was made of its line on demand. */
import type { LifeLine } from "@sluice/engine";
import { useEffect, useRef, useState } from "preact/hooks";
import { clockText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";

export function MessageTab() {
  const { life } = useFlow("life");
  return (
    <div class="pad message">
      <NumberForm />
      {!life && (
        <p class="absent">
          Click a message that moves, or the number of one in the table of events: what happened to it, and why, is told
          here.
        </p>
      )}
      {life && life.lines.length === 0 && <p class="absent">There is no message m{life.message} yet.</p>}
      {life && life.lines.length > 0 && <Life key={life.message} message={life.message} lines={life.lines} />}
    </div>
  );
}

function NumberForm() {
  const panel = usePanel();
  const [number, setNumber] = useState("");
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number(number.replace(/^m/i, ""));
        if (wanted > 0) void panel.showLife(wanted);
      }}
    >
      <label class="labelled">
        <span>Message</span>
        <input type="text" placeholder="m1" value={number} onInput={(event) => setNumber(event.currentTarget.value)} />
      </label>
      <button type="submit" class="link">
        Show its life
      </button>
    </form>
  );
}

function Life({ message, lines }: { message: number; lines: readonly LifeLine[] }) {
  const panel = usePanel();
  const { frame } = useFlow("frame");
  const [isWhole, setWhole] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const nowMs = frame?.timeMs ?? 0;
  const own = lines.filter(({ isOwn }) => isOwn);
  const shown = isWhole ? lines : own;
  const fate = own.findLast(({ what }) => FATES.has(what)) ?? own.at(-1);
  return (
    <>
      <p ref={heading} class="fate" tabIndex={-1}>
        <strong>{fate?.text}</strong>
        {fate && <span class="muted">, at {clockText(fate.timeMs)}</span>}
      </p>
      {own.length < lines.length && (
        <label class="check">
          <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />
          Also what else became of the first message of its line ({lines.length - own.length} steps)
        </label>
      )}
      <ol class="life" aria-label={`Life of message m${message}`}>
        {shown.map((line) => (
          <li
            key={line.sequence}
            class={`life-step life-${line.what}${line.timeMs > nowMs ? " ahead" : ""}${line.isOwn ? "" : " other"}`}
          >
            <button type="button" title="Go to this moment" onClick={() => panel.transport.seek(line.timeMs)}>
              <span class="life-time">{clockText(line.timeMs)}</span>
              <span>{line.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What a message comes to; what is told behind it is of those made of it. */
const FATES: ReadonlySet<string> = new Set(["deadLettered", "lost", "expired", "discarded", "deleted", "processed"]);
