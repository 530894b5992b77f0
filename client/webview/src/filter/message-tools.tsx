/** Where messages come from. */
import { useBench, useBenchState } from "./context.ts";

export function MessageTools() {
  const bench = useBench();
  const state = useBenchState("messagesName", "messagesText");
  return (
    <div class="message-tools">
      <button type="button" class="link" onClick={() => bench.addMessage("matching")}>
        Add one that matches
      </button>
      <button type="button" class="link" onClick={() => bench.addMessage("other")}>
        Add one that does not
      </button>
      <button type="button" class="link" onClick={() => bench.addMessage("empty")}>
        Add an empty one
      </button>
      {state.messagesText !== undefined && (
        <button type="button" class="link" onClick={() => bench.openMessages()}>
          Open {state.messagesName}
        </button>
      )}
    </div>
  );
}
