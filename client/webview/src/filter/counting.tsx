/** The counting of a large matrix under way, with the way to stop it. */
import type { Counts } from "./use-counts.ts";

export interface CountingProps {
  readonly counts: Counts;
  readonly messages: number;
  readonly policies: number;
}

/** Nothing where everything has been counted. */
export function Counting({ counts: { counted, isStopped, stop, goOn }, messages, policies }: CountingProps) {
  if (counted === messages) return null;
  const all = `${messages.toLocaleString("en")} messages by ${policies} policies`;
  return (
    <div class="counting">
      <span role="status">{isStopped ? `Stopped counting ${all}` : `Counting ${all}…`}</span>
      <progress aria-label="Messages counted" max={messages} value={counted} />
      <span class="muted counted">{counted.toLocaleString("en")} counted</span>
      <button type="button" class="link" onClick={isStopped ? goOn : stop}>
        {isStopped ? "Go on" : "Stop"}
      </button>
    </div>
  );
}
