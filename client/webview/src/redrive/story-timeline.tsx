/** The way of a message through time: each stretch with its length, short ones not too small to be seen, long ones not too long. */
import { type RedriveStory, type Stretch, type StretchKind, timeText } from "@sluice/engine";

const KIND_WORDS: Readonly<Record<StretchKind, string>> = {
  delayed: "delayed",
  visible: "waiting",
  handled: "in hand",
  hidden: "invisible",
  dead: "dead-letter queue",
};

const END_WORDS: Readonly<Record<RedriveStory["outcome"], string>> = {
  processed: "processed",
  expired: "lost",
  "expired-dead": "deleted",
};

export function StoryTimeline({ story }: { story: RedriveStory }) {
  const { stretches, leftOut, outcome, endMs } = story;
  const half = leftOut > 0 ? stretches.length / 2 : stretches.length;
  return (
    <section class="story-timeline" aria-label="Timeline">
      <div class="strip">
        <ol aria-label="The message's way">
          {stretches.slice(0, half).map((stretch) => (
            <Bar key={stretch.fromMs} stretch={stretch} />
          ))}
          {leftOut > 0 && <li class="left-out">… {leftOut.toLocaleString("en")} more …</li>}
          {stretches.slice(half).map((stretch) => (
            <Bar key={stretch.fromMs} stretch={stretch} />
          ))}
          <li class={`end end-${outcome}`} title={`${END_WORDS[outcome]} after ${timeText(endMs)}`}>
            <span class="bar-kind">{END_WORDS[outcome]}</span>
            <span class="bar-time">{timeText(endMs)}</span>
          </li>
        </ol>
      </div>
      <ul class="legend" aria-label="Legend">
        {(Object.keys(KIND_WORDS) as StretchKind[]).map((kind) => (
          <li key={kind}>
            <span class={`swatch bar-${kind}`} />
            {KIND_WORDS[kind]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bar({ stretch }: { stretch: Stretch }) {
  const { kind, fromMs, toMs, receives, why } = stretch;
  const length = timeText(toMs - fromMs);
  const what = kind === "handled" ? `${KIND_WORDS[kind]}, receive ${receives}` : KIND_WORDS[kind];
  const spoken = `From ${timeText(fromMs)} for ${length}: ${what}. Then ${why}.`;
  return (
    <li class={`bar bar-${kind}`} style={{ flexGrow: weightOf(toMs - fromMs) }} title={spoken}>
      <span class="spoken">{spoken}</span>
      <span class="bar-kind" aria-hidden="true">
        {kind === "handled" ? `#${receives}` : KIND_WORDS[kind]}
      </span>
      <span class="bar-time" aria-hidden="true">
        {length}
      </span>
    </li>
  );
}

/** A day is longer than a second, but not 86,400 times as long. */
function weightOf(ms: number): number {
  return 1 + Math.log2(1 + ms / 1_000);
}
