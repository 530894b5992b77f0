/** Depth, age, concurrency: of the chosen resource, or of all that have something to show. */
import { useState } from "preact/hooks";
import { useFlow } from "../context.ts";
import type { Course } from "../worker/protocol.ts";
import { Chart } from "./chart.tsx";

const WORDS: Readonly<Record<string, string>> = {
  visible: "messages visible",
  inFlight: "in flight",
  oldestMs: "age of the oldest message",
  concurrency: "concurrency",
  throttles: "throttles",
  writeThrottled: "writes throttled",
  iteratorAgeMs: "iterator age",
  bufferedRecords: "records buffered",
  busy: "workers busy",
  running: "executions running",
};

export function ChartsTab() {
  const { courses, runs, base, selected, outcome } = useFlow("courses", "runs", "base", "selected", "outcome");
  const [isAll, setAll] = useState(true);
  if (courses.length === 0) {
    return (
      <p class="absent pad">
        Press Play: how full queues are and how old their messages is drawn here, over the whole run.
      </p>
    );
  }
  const former = runs.find(({ number }) => number === base)?.outcome;
  const before = former === outcome ? undefined : former?.courses;
  const same = (one: Course) => (other: Course) => other.node === one.node && other.metric === one.metric;
  const shown = courses.filter((course) => {
    if (!isAll) return course.node === selected;
    return course.values.some((value) => value > 0) || before?.find(same(course))?.values.some((value) => value > 0);
  });
  return (
    <div class="pad charts">
      <label class="check">
        <input type="checkbox" checked={!isAll} onChange={() => setAll(!isAll)} />
        Only {selected}
      </label>
      {shown.length === 0 && <p class="absent">Nothing of it is counted over time.</p>}
      {shown.map((course) => (
        <Chart
          key={`${course.node} ${course.metric}`}
          title={`${course.node}: ${WORDS[course.metric] ?? course.metric}`}
          course={course}
          before={before?.find(same(course))}
        />
      ))}
    </div>
  );
}
