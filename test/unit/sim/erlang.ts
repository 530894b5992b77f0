/** What queueing theory says about queues with Poisson arrivals, exponential service and c servers. Rates per second. */

/** Erlang's C: the share of arrivals that have to wait. */
export function erlangC(servers: number, load: number): number {
  let blocked = 1; // Erlang's B, by its recursion
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** How long an arrival waits on average before it is served, seconds. */
export function meanWait(servers: number, arrivals: number, served: number): number {
  return erlangC(servers, arrivals / served) / (servers * served - arrivals);
}

/** Student's t for the 99 % confidence interval of a mean over 20 samples. */
const T_19 = 2.861;

/** The interval that holds the mean of what 20 samples are drawn from, with 99 % confidence. */
export function confidence(samples: readonly number[]): readonly [number, number] {
  if (samples.length !== 20) throw new Error("the quantile is for 20 samples");
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const variance = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / (samples.length - 1);
  const half = T_19 * Math.sqrt(variance / samples.length);
  return [mean - half, mean + half];
}
