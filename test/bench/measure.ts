/** One measurement in a process of its own: `node measure.ts '<job as JSON>'` prints the median and what it did. */
import { type Job, type Work, workOf } from "./work.ts";

export interface Measured {
  readonly medianMs: number;
  readonly runs: number;
  /** What came out, so that nobody compares with a tool that did nothing. */
  readonly result: string;
  /** The most memory that the process held, bytes. */
  readonly peakBytes: number;
}

/** Enough for a stable median of quick work; one run of slow work is enough. */
const MIN_RUNS = 3;
const MAX_RUNS = 5_000;
const TIME_MS = 2_500;

async function measure(work: Work): Promise<Measured> {
  const times: number[] = [];
  const begin = performance.now();
  let result: unknown;
  // The first run, which compiles and fills caches, is not counted unless it is slow.
  for (let i = 0; i <= MAX_RUNS; i++) {
    const start = performance.now();
    result = await work();
    const time = performance.now() - start;
    if (i > 0 || time > TIME_MS) times.push(time);
    const spent = performance.now() - begin;
    if ((spent > TIME_MS && times.length >= MIN_RUNS) || spent > 4 * TIME_MS) break;
  }
  times.sort((a, b) => a - b);
  return {
    medianMs: times[times.length >> 1] as number,
    runs: times.length,
    result: String(result),
    peakBytes: 1_024 * process.resourceUsage().maxRSS,
  };
}

const job = JSON.parse(process.argv[2] ?? "{}") as Job;
console.log(JSON.stringify(await measure(await workOf(job))));
// A peer may leave timers behind.
process.exit(0);
