/** The redrive bench: a message that fails, on its way through two queues, and the attributes that decide what becomes of it. */
import { KeysButton, KeysOverview } from "../ui/keys-overview.tsx";
import { Notice } from "../ui/notice.tsx";
import { chosen, type RedriveBench } from "./bench.ts";
import { BenchContext, useBench, useBenchState } from "./context.ts";
import { keysOfBench } from "./keys.ts";
import { Settings } from "./settings.tsx";
import { StoryTimeline } from "./story-timeline.tsx";

export function App({ bench }: { bench: RedriveBench }) {
  return (
    <BenchContext.Provider value={bench}>
      <Page />
    </BenchContext.Provider>
  );
}

function Page() {
  const bench = useBench();
  const state = useBenchState("subjects", "name", "pointer", "tried", "story", "showsKeys");
  if (!state.subjects) return <p class="absent pad">Reading the queues…</p>;
  const subject = chosen(state);
  if (!subject) return <main class="absent pad">There is no queue in {state.name} as it stands.</main>;
  return (
    <div class="app">
      <Head />
      <main class="bench-main">
        <h1 class="spoken">What becomes of a message of {subject.name}</h1>
        <p class="story" role="status" aria-live="polite">
          {state.story?.text}
        </p>
        {state.story?.warnings.map((text) => (
          <Notice key={text} kind="warning" text={text} />
        ))}
        {state.story && <StoryTimeline story={state.story} />}
        <Settings subject={subject} />
      </main>
      {state.showsKeys && <KeysOverview bindings={keysOfBench(bench)} onClose={() => bench.showKeys(false)} />}
    </div>
  );
}

function Head() {
  const bench = useBench();
  const state = useBenchState("subjects", "pointer", "tried");
  const { subjects = [] } = state;
  const subject = chosen(state);
  return (
    <header class="toolbar">
      <div class="toolbar-end">
        {subjects.length > 1 ? (
          <label class="labelled">
            <span>Queue</span>
            <select value={subject?.pointer} onChange={(event) => bench.choose(event.currentTarget.value)}>
              {subjects.map(({ pointer, name }) => (
                <option key={pointer} value={pointer}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <strong>{subject?.name}</strong>
        )}
        <span class="muted">
          {subject?.deadLetterQueue === undefined
            ? "no dead-letter queue"
            : `dead-letter queue ${subject.deadLetterQueue}`}
        </span>
      </div>
      <button type="button" class="link" onClick={() => bench.reveal()}>
        Show in the text
      </button>
      <KeysButton onOpen={() => bench.showKeys(true)} />
    </header>
  );
}
