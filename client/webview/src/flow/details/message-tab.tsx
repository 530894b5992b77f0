/** The life of one message, and of all that was made of it: each step with its why. */
import { useState } from "preact/hooks";
import { clockText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";

export function MessageTab() {
  const panel = usePanel();
  const { life, frame } = useFlow("life", "frame");
  const [number, setNumber] = useState("");
  const nowMs = frame?.timeMs ?? 0;
  return (
    <div class="pad message">
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
          <input
            type="text"
            placeholder="m1"
            value={number}
            onInput={(event) => setNumber(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="link">
          Show its life
        </button>
      </form>
      {!life && (
        <p class="absent">
          Click a message that moves, or one in the table of events: what happened to it, and why, is told here.
        </p>
      )}
      {life && life.lines.length === 0 && <p class="absent">No message of this number begins a line.</p>}
      {life && (
        <ol class="life" aria-label={`Life of message m${life.message}`}>
          {life.lines.map((line) => (
            <li key={line.sequence} class={`life-step life-${line.what}${line.timeMs > nowMs ? " ahead" : ""}`}>
              <button type="button" title="Go to this moment" onClick={() => panel.seek(line.timeMs)}>
                <span class="life-time">{clockText(line.timeMs)}</span>
                <span>{line.text}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
