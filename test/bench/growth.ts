/**
 * How the time of work grows with its size: `node growth.ts '<sized jobs as JSON>'` prints the exponent, 1 is linear, 2
 * quadratic. The sizes take turns in one process, each as often as makes the same amount of work: so a machine that is
 * slower for a while is so for all of them, and each pays its share of the collector, which works in lumps.
 */
import { type Job, workOf } from "./work.ts";

export interface SizedJob {
  readonly size: number;
  readonly job: Job;
}

/** Milliseconds of as much work as the largest size does in one run: half of the turns took so long, or less. */
export interface SizedTime {
  readonly size: number;
  readonly ms: number;
}

const WARM_TURNS = 1;
const TURNS = 15;
/** No turn begins after so long, but for the first that counts. */
const TIME_MS = 15_000;

async function measureInTurn(jobs: readonly SizedJob[]): Promise<readonly SizedTime[]> {
  const most = Math.max(...jobs.map(({ size }) => size));
  const works = await Promise.all(jobs.map(async ({ size, job }) => ({ size, work: await workOf(job) })));
  const times = new Map(jobs.map(({ size }) => [size, [] as number[]]));
  const begin = performance.now();
  for (let turn = -WARM_TURNS; turn < TURNS; turn++) {
    if (turn > 0 && performance.now() - begin > TIME_MS) break;
    for (const { size, work } of works) {
      const start = performance.now();
      for (let done = 0; done < most; done += size) await work();
      if (turn >= 0) times.get(size)?.push(performance.now() - start);
    }
  }
  return [...times].map(([size, each]) => ({ size, ms: each.sort((a, b) => a - b)[each.length >> 1] as number }));
}

/** Exponent of a power law through the times, by least squares. */
function exponentOf(times: readonly SizedTime[]): number {
  const points = times.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms * size) }));
  const mean = (of: "x" | "y"): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean("x"), mean("y")];
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return slope / points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}

const jobs = JSON.parse(process.argv[2] ?? "[]") as readonly SizedJob[];
console.log(exponentOf(await measureInTurn(jobs)));
