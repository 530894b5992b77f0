/** What the policy says to one message: key by key, why, and the nearest change of either side. */
import type { KeyVerdict, PatternMatch } from "@sluice/engine";
import { Icon } from "../ui/icon.tsx";
import { useBench } from "./context.ts";

export interface VerdictProps {
  readonly match: PatternMatch;
  /** Of the message. */
  readonly index: number;
  readonly expected: boolean | undefined;
}

export function Verdict({ match, index, expected }: VerdictProps) {
  const { matches, because, way, unreadable } = match;
  const wrong = expected !== undefined && expected !== matches;
  return (
    <div class="verdict">
      <p class={`standing standing-${matches ? "succeeded" : "aborted"}`}>
        <Icon name={matches ? "check" : "circle-slash"} />
        {matches ? "Matches" : "Does not match"}
        {wrong && <span class="wrong-mark">not as expected</span>}
      </p>
      {unreadable !== undefined && <p>{unreadable}</p>}
      {way.of > 1 && (
        <p class="muted">
          {matches
            ? `One of the ${way.of} ways through $or matches:`
            : `Of the ${way.of} ways through $or this one comes nearest:`}
        </p>
      )}
      <ul class="keys" aria-label="Keys">
        {because.map((key) => (
          <Key key={key.pointer} verdict={key} index={index} />
        ))}
      </ul>
    </div>
  );
}

function Key({ verdict, index }: { verdict: KeyVerdict; index: number }) {
  const bench = useBench();
  const { path, pointer, matched, by, why, changes } = verdict;
  const { message, pattern } = changes ?? {};
  return (
    <li class={`key ${matched ? "is-match" : "no-match"}`}>
      <Icon name={matched ? "check" : "close"} />
      <div>
        <p>
          <button
            type="button"
            class="link key-path"
            title="Show it in the text"
            aria-label={`${path}: show it in the text`}
            onClick={() => bench.reveal(by?.pointer ?? pointer, true)}
          >
            {path}
          </button>{" "}
          <span class="spoken">{matched ? "matches." : "does not match."}</span> {why}
        </p>
        {(message || pattern) && (
          <ul class="changes-offered">
            {message && <Offer what="Message" text={message.text} run={() => bench.changeMessage(index, verdict)} />}
            {pattern && <Offer what="Policy" text={pattern.text} run={() => bench.changePolicy(verdict)} />}
          </ul>
        )}
      </div>
    </li>
  );
}

function Offer({ what, text, run }: { what: string; text: string; run: () => void }) {
  return (
    <li>
      <span class="muted">{what}:</span>{" "}
      <button type="button" class="link" title="Make this change" onClick={run}>
        {text}
      </button>
    </li>
  );
}
