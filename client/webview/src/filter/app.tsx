/** The filter bench: which policy, how it stands, and its messages on one side with the verdict on the other. */
import { KeysButton, KeysOverview } from "../ui/keys-overview.tsx";
import { Notice } from "../ui/notice.tsx";
import { chosen, type FilterBench, type Tally, tallyOf, tallyText } from "./bench.ts";
import { BenchContext, useBench, useBenchState } from "./context.ts";
import { keysOfBench } from "./keys.ts";
import { Matrix } from "./matrix.tsx";
import { MessageDetail } from "./message-detail.tsx";
import { MessageList } from "./message-list.tsx";
import { Meters } from "./meters.tsx";

export function App({ bench }: { bench: FilterBench }) {
  return (
    <BenchContext.Provider value={bench}>
      <Page />
    </BenchContext.Provider>
  );
}

function Page() {
  const bench = useBench();
  const state = useBenchState("patterns", "name", "view", "announcement", "showsKeys");
  if (!state.patterns) return <p class="absent pad">Reading the policies…</p>;
  return (
    <div class="app bench">
      {state.patterns.length === 0 ? (
        <main class="absent pad">There is no filter policy and no event pattern in {state.name} as it stands.</main>
      ) : (
        <>
          <Head />
          <main class="bench-main">
            <h1 class="spoken">Messages for {state.name}</h1>
            <Notices />
            {state.view === "matrix" && state.patterns.length > 1 ? <Matrix /> : <OnePolicy />}
          </main>
        </>
      )}
      <div class="spoken" role="status" aria-live="polite">
        {state.announcement}
      </div>
      {state.showsKeys && <KeysOverview bindings={keysOfBench(bench)} onClose={() => bench.showKeys(false)} />}
    </div>
  );
}

function Head() {
  const bench = useBench();
  const state = useBenchState("patterns", "bench", "pointer", "message", "view");
  const { patterns = [], view } = state;
  const { policy } = chosen(state);
  const several = patterns.length > 1;
  return (
    <header class="toolbar">
      <div class="toolbar-end">
        {several && (
          <button
            type="button"
            class="switch"
            aria-pressed={view === "matrix"}
            onClick={() => bench.setView(view === "matrix" ? "one" : "matrix")}
          >
            All policies
          </button>
        )}
        {several && view === "one" ? (
          <label class="labelled">
            <span>Policy</span>
            <select value={policy?.source.pointer} onChange={(event) => bench.choosePolicy(event.currentTarget.value)}>
              {patterns.map(({ pointer, name }) => (
                <option key={pointer} value={pointer}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          view === "one" && <strong class="policy-name">{policy?.source.name}</strong>
        )}
        {view === "one" && policy && (
          <span class="muted" title={policy.source.because}>
            {DIALECT_WORDS[policy.source.dialect]}
          </span>
        )}
      </div>
      {view === "matrix" && several && <span class="muted">Double-click a cell, or press Enter, to see why</span>}
      {(view === "one" || !several) && <TallyLine tally={tallyOf(state)} />}
      <KeysButton onOpen={() => bench.showKeys(true)} />
    </header>
  );
}

function TallyLine({ tally }: { tally: Tally | undefined }) {
  const bench = useBench();
  const wrong = tally ? tally.judged - tally.right : 0;
  return (
    <span class="tally">
      <span>{tallyText(tally)}</span>
      {wrong > 0 && (
        <button
          type="button"
          class="link"
          title="To the next message that is not as expected (F8)"
          aria-keyshortcuts="F8"
          onClick={() => bench.nextUnexpected(1)}
        >
          {wrong === 1 ? "Show the other" : `Show the other ${wrong}`}
        </button>
      )}
    </span>
  );
}

const DIALECT_WORDS = {
  "sns-attributes": "compares message attributes",
  "sns-body": "compares the message body",
  eventbridge: "event pattern of EventBridge",
  pipes: "filter of a pipe",
  esm: "filter of an event source mapping",
} as const;

function Notices() {
  const state = useBenchState("bench", "pointer", "message", "notice", "messagesName");
  const bench = useBench();
  const { policy } = chosen(state);
  const openMessages = { label: `Open ${state.messagesName}`, run: () => bench.openMessages() };
  return (
    <>
      {policy?.broken !== undefined && <Notice kind="warning" text={`The policy is being written: ${policy.broken}`} />}
      {policy?.broken === undefined && policy?.pattern.rejection && (
        <Notice kind="error" text={`AWS refuses the policy: ${policy.pattern.rejection.message}`} />
      )}
      {state.bench.problem !== undefined && (
        <Notice kind="error" text={`${state.messagesName}: ${state.bench.problem}`} action={openMessages} />
      )}
      {state.notice !== undefined && <Notice kind="info" text={state.notice} />}
    </>
  );
}

function OnePolicy() {
  const state = useBenchState("bench", "pointer", "message");
  const { policy, message } = chosen(state);
  return (
    <>
      {policy && <Meters meters={policy.meters} />}
      <div class="bench-panes">
        <MessageList />
        {message ? (
          <MessageDetail key={state.message} index={state.message} />
        ) : (
          <p class="absent pad">Sample messages show what the policy lets through, and why.</p>
        )}
      </div>
    </>
  );
}
