/** The first messages that came into a dead-letter queue: each leads to its life, whose last steps say why. */
import type { DeadLetter } from "@sluice/engine";
import { clockText } from "../../../ui/format.ts";
import { usePanel } from "../../context.ts";

export function DeadLetters({ letters }: { letters: readonly DeadLetter[] }) {
  const panel = usePanel();
  return (
    <div class="dead-letters">
      <h2>Came here first</h2>
      <ul aria-label="Dead letters">
        {letters.map(({ message, timeMs, from }) => (
          <li key={message}>
            <button type="button" class="link" onClick={() => void panel.showLife(message)}>
              m{message}: why?
            </button>{" "}
            <span class="muted">
              from {from}, at {clockText(timeMs)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
