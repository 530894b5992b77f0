// biome-ignore-all lint/a11y/useSemanticElements: a list of thousands of rows of which few exist cannot be a <ul>
/** Two runs beside each other: visit by visit what differs, and the data of the chosen one laid over each other. */
import { type Difference, isSame, type Visit, type VisitPair } from "@sluice/engine";
import { useMemo, useState } from "preact/hooks";
import { DiffView } from "../../ui/diff-view.tsx";
import { durationText } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { rowTarget, useRows } from "../../ui/use-rows.ts";
import { useMachine, usePanel } from "../context.ts";
import type { Run } from "../state.ts";
import { STATUS_ICONS } from "../status.ts";
import { runTitle, STATUS_WORDS } from "../words.ts";
import { comparisonOf } from "./differing.ts";
import { RunChoice } from "./run-choice.tsx";
import { baseOf } from "./runs.ts";

const ROW_HEIGHT = 22;

const WORDS: Readonly<Record<Difference, string>> = {
  status: "status",
  error: "error",
  input: "input",
  output: "output",
  tries: "number of tries",
  duration: "duration",
};

export function Comparison() {
  const panel = usePanel();
  const state = useMachine("run", "past", "base");
  const { run } = state;
  const base = baseOf(state);
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const [at, setAt] = useState(0);
  const pairs = comparisonOf(base, run);
  const shown = useMemo(() => (onlyDifferent ? pairs.filter((pair) => !isSame(pair)) : pairs), [pairs, onlyDifferent]);
  const list = useRows(shown.length, ROW_HEIGHT);
  const chosen = shown[Math.min(at, shown.length - 1)];
  if (!run || !base) return <p class="absent pad">Run a second time, with another input or other mocks, to compare.</p>;

  const choose = (index: number): void => {
    setAt(index);
    list.reveal(index);
    const pair = shown[index];
    if (pair) panel.subject.select(pair.state, { tab: false });
  };
  const onKey = (event: KeyboardEvent): void => {
    const next = rowTarget(event.key, at, shown.length, list.page);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const differing = pairs.filter((pair) => !isSame(pair)).length;
  return (
    <div class="comparison">
      <RunChoice />
      <div class="fields">
        <span>{differing === 0 ? "The two runs are the same." : `${differing} of ${pairs.length} visits differ.`}</span>
        <label class="keep">
          <input
            type="checkbox"
            checked={onlyDifferent}
            onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
          />
          only what differs
        </label>
      </div>
      <div
        ref={list.scroller}
        class="pair-rows"
        role="listbox"
        aria-label={`Visits of ${runTitle(base)} and ${runTitle(run)}`}
        aria-activedescendant={chosen && `pair-${shown.indexOf(chosen)}`}
        tabIndex={0}
        onScroll={list.onScroll}
        onKeyDown={onKey}
      >
        <div class="pair-row pair-head" role="presentation">
          <span class="side">{base.id}</span>
          <span class="side">{run.id}</span>
          <span>State</span>
          <span>What differs</span>
        </div>
        <div role="presentation" style={{ height: `${list.before}px` }} />
        {shown.slice(list.first, list.last).map((pair, offset) => (
          <PairRow
            key={list.first + offset}
            pair={pair}
            index={list.first + offset}
            count={shown.length}
            words={wordsOf(pair, base, run)}
            active={pair === chosen}
            onChoose={() => choose(list.first + offset)}
          />
        ))}
        <div role="presentation" style={{ height: `${list.behind}px` }} />
      </div>
      {chosen && <PairDetail pair={chosen} />}
    </div>
  );
}

interface PairRowProps {
  readonly pair: VisitPair;
  readonly index: number;
  readonly count: number;
  readonly words: string;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function PairRow({ pair, index, count, words, active, onChoose }: PairRowProps) {
  const { state, before, after } = pair;
  const turn = (after ?? before)?.iterations.map(({ index: item }) => `item ${item}`).join(", ");
  return (
    // The list itself takes the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`pair-${index}`}
      class={`pair-row${active ? " at" : ""}${isSame(pair) ? "" : " differs"}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-posinset={index + 1}
      aria-setsize={count}
      onClick={onChoose}
    >
      <Side visit={before} />
      <Side visit={after} />
      <span class="pair-state">
        {state}
        {turn && <span class="muted"> {turn}</span>}
      </span>
      <span class="muted">{words}</span>
    </div>
  );
}

function Side({ visit }: { visit: Visit | undefined }) {
  if (!visit) return <span class="side absent">–</span>;
  const { status } = visit;
  return (
    <span class={`side standing-${status}`} title={STATUS_WORDS[status]}>
      <Icon name={STATUS_ICONS[status]} />
      <span class="spoken">{STATUS_WORDS[status]}, </span>
    </span>
  );
}

function wordsOf({ before, after, differences }: VisitPair, base: Run, run: Run): string {
  if (!before) return `only in run ${run.id}`;
  if (!after) return `only in run ${base.id}`;
  return differences.map((difference) => WORDS[difference]).join(", ");
}

function PairDetail({ pair: { state, before, after, differences } }: { pair: VisitPair }) {
  const { subject } = usePanel();
  const took = (visit: Visit | undefined): string =>
    visit?.endedMs === undefined ? "–" : durationText(visit.endedMs - visit.enteredMs);
  const [tries, otherTries] = [before?.attempts.length ?? 0, after?.attempts.length ?? 0];
  return (
    <section class="pair-detail" aria-label={`${state} in both runs`}>
      <h3>
        <button type="button" class="link" onClick={() => subject.select(state)}>
          {state}
        </button>
      </h3>
      <dl class="values">
        {differences.includes("duration") && <Value name="took" before={took(before)} after={took(after)} />}
        {differences.includes("tries") && <Value name="tries" before={String(tries)} after={String(otherTries)} />}
        {differences.includes("error") && (
          <Value name="error" before={before?.error ?? "none"} after={after?.error ?? "none"} />
        )}
      </dl>
      <div class="columns">
        <section class="json">
          <h3>Input</h3>
          <DiffView label="Input in both runs" before={before?.input} after={after?.input} />
        </section>
        <section class="json">
          <h3>Output</h3>
          <DiffView label="Output in both runs" before={before?.output} after={after?.output} />
        </section>
      </div>
    </section>
  );
}

function Value({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {before} → {after}
      </dd>
    </div>
  );
}
