/** What the scenario expects and what was seen, and the breakpoints at which a run is held up. */
import { readBreakpoint } from "@sluice/engine";
import { useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { useFlow, usePanel } from "../context.ts";
import { TRUE_ALREADY } from "../panel.ts";

export function ChecksTab() {
  return (
    <div class="pad checks">
      <Expectations />
      <Breakpoints />
    </div>
  );
}

function Expectations() {
  const panel = usePanel();
  const { outcome, drawing } = useFlow("outcome", "drawing");
  const [text, setText] = useState("");
  const queues = drawing?.nodes.filter(({ isDeadLetterQueue }) => isDeadLetterQueue) ?? [];
  const offered = [
    { label: "nothing is lost", value: { lost: 0 } },
    ...queues.map(({ id }) => ({ label: `${id} is empty`, value: { empty: id } })),
  ];
  const add = (): void => {
    const chosen = offered.find(({ label }) => label === text);
    if (chosen) void panel.changes.expect(chosen.value);
  };
  return (
    <section aria-label="Expectations">
      <h2>Expectations</h2>
      {!outcome && <p class="absent">They are judged when the run is at its end: press Play.</p>}
      {outcome?.verdicts.length === 0 && (
        <p class="absent">The scenario expects nothing yet. What it should always come to is added here.</p>
      )}
      <p class="hint">Each metric of a resource, below its settings, offers what was seen as an expectation.</p>
      <ul class="verdicts">
        {outcome?.verdicts.map(({ name, passed, seen, node }) => (
          <li key={name} class={passed ? "standing-succeeded" : "standing-failed"}>
            <Icon name={passed ? "check" : "close"} class="verdict-icon" />
            <span>
              <strong>{name}</strong>
              <span class="spoken">{passed ? ", holds" : ", does not hold"}</span> <span class="muted">{seen}</span>
            </span>
            {node !== undefined && (
              <button type="button" class="link" onClick={() => panel.select(node)}>
                {node}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="row">
        <select aria-label="Expectation to add" value={text} onChange={(event) => setText(event.currentTarget.value)}>
          <option value="">Choose an expectation…</option>
          {offered.map(({ label }) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </select>
        <button type="button" class="link" aria-disabled={text === ""} onClick={add}>
          Add
        </button>
      </div>
    </section>
  );
}

function Breakpoints() {
  const panel = usePanel();
  const { breakpoints, drawing, halted, frame } = useFlow("breakpoints", "drawing", "halted", "frame");
  const [text, setText] = useState("");
  const nodes = drawing?.nodes ?? [];
  const offered = [
    ...nodes.filter(({ isDeadLetterQueue }) => isDeadLetterQueue).map(({ id }) => `${id}.visible > 0`),
    ...nodes
      .filter(({ word, isDeadLetterQueue }) => word === "Queue" && !isDeadLetterQueue)
      .map(({ id }) => `${id}.oldestMs > 60s`),
    ...nodes.filter(({ word }) => word === "Function").map(({ id }) => `${id}.throttles > 0`),
    ...nodes.filter(({ word }) => word === "Stream").map(({ id }) => `${id}.writeThrottled > 0`),
  ].filter((each) => !breakpoints.includes(each));
  const isGood = readBreakpoint(text) !== undefined;
  const field = useRef<HTMLInputElement>(null);
  const setBreakpoints = (texts: readonly string[]): void => {
    void panel.setBreakpoints(texts);
    setText("");
    field.current?.focus(); // the button that was pressed is gone
  };
  const add = (what: string): void => setBreakpoints([...breakpoints, what.trim()]);
  return (
    <section aria-label="Breakpoints">
      <h2>Breakpoints</h2>
      <ul class="verdicts">
        {breakpoints.map((each) => (
          <li key={each} class={each === halted ? "halted" : ""}>
            <Icon name="circle-filled" class="breakpoint-icon" />
            <code>{each}</code>
            {each === halted ? (
              <span class="muted">held up here</span>
            ) : (
              frame?.met.includes(each) && <span class="muted">{TRUE_ALREADY}</span>
            )}
            <button
              type="button"
              class="icon-button"
              aria-label={`Remove ${each}`}
              title="Remove"
              onClick={() => setBreakpoints(breakpoints.filter((other) => other !== each))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) add(text);
        }}
      >
        <input
          ref={field}
          type="text"
          aria-label="Condition"
          placeholder="OrdersDlq.visible > 0"
          list="breakpoints-offered"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <datalist id="breakpoints-offered">
          {offered.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <button type="submit" class="link" aria-disabled={!isGood}>
          Add
        </button>
      </form>
      {text !== "" && !isGood && (
        <p class="problem">A resource, one of its metrics and a comparison: Orders.oldestMs &gt; 60s</p>
      )}
      <p class="hint row">
        {offered.slice(0, 3).map((each) => (
          <button key={each} type="button" class="link" onClick={() => add(each)}>
            {each}
          </button>
        ))}
      </p>
    </section>
  );
}
