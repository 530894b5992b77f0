/** One message: what it holds, to be edited in place, what is expected of it, and the policy's verdict. */
import { isExpected, isObject, type JsonValue } from "@sluice/engine";
import { useEffect, useRef, useState } from "preact/hooks";
import { useKeptFocus } from "../ui/kept-focus.ts";
import { chosen } from "./bench.ts";
import { useBench, useBenchState } from "./context.ts";
import { Verdict } from "./verdict.tsx";

/** After the last keystroke the file is written. */
const TYPING_PAUSE_MS = 300;

export function MessageDetail({ index }: { index: number }) {
  const bench = useBench();
  const state = useBenchState("bench", "pointer", "message");
  const detail = useKeptFocus<HTMLElement>();
  const { policy, message, index: policyIndex } = chosen(state);
  if (!policy || !message) return null;
  const expected = isExpected(message, policy.source.name);
  return (
    <section ref={detail} class="message-detail" aria-label={message.title} tabIndex={-1}>
      <div class="fields">
        <h2>{message.title}</h2>
        <div class="fields">
          <label class="labelled">
            <span>Expected</span>
            <select
              value={expected === undefined ? "" : String(expected)}
              onChange={({ currentTarget: { value } }) =>
                bench.expect(index, value === "" ? undefined : value === "true")
              }
            >
              <option value="true">to match</option>
              <option value="false">not to match</option>
              <option value="">nothing</option>
            </select>
          </label>
          <button type="button" class="link" onClick={() => bench.edit({ kind: "remove", index })}>
            Remove
          </button>
        </div>
      </div>
      <Verdict match={state.bench.explain(policyIndex, index)} index={index} expected={expected} />
      <ContentEditor key={`${index} ${policy.source.pointer}`} index={index} text={message.text} />
    </section>
  );
}

/** What is typed is written into the file of messages as soon as it is JSON. */
function ContentEditor({ index, text }: { index: number; text: string }) {
  const bench = useBench();
  const [typed, setTyped] = useState(text);
  const [problem, setProblem] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  // What comes from the file replaces what is typed, unless it says the same.
  useEffect(() => {
    if (timer.current === undefined && !isSameJson(typed, text)) setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: string): void => {
    timer.current = undefined;
    const read = readObject(next);
    setProblem(read.problem);
    if (isObject(read.value) && !isSameJson(next, text)) bench.edit({ kind: "set", index, content: read.value });
  };
  const onInput = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write(next), TYPING_PAUSE_MS);
  };
  return (
    <div class="content-editor">
      <label for="message-content">
        <h3>Message</h3>
      </label>
      <textarea
        ref={area}
        id="message-content"
        class={problem === undefined ? "" : "invalid"}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : "message-problem"}
        spellcheck={false}
        rows={Math.min(24, Math.max(6, typed.split("\n").length + 1))}
        value={typed}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <p id="message-problem" class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function readObject(text: string): { readonly value?: JsonValue; readonly problem?: string } {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) ? { value } : { problem: "A message is a JSON object." };
  } catch (error) {
    return { problem: `This is not JSON: ${(error as Error).message}` };
  }
}

function isSameJson(one: string, other: string): boolean {
  const [{ value: a }, { value: b }] = [readObject(one), readObject(other)];
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
