/** Instances of one family are billed by their size: an xlarge as two of large, a 4xlarge as eight. */

const LARGE = /\.(?:(\d*)x)?large$/;

/** How many of the family's `large` one is billed as. `type`: `kafka.m5.4xlarge`, ... Undefined: smaller than that, or unknown. */
export function largesOf(type: string): number | undefined {
  const match = LARGE.exec(type);
  if (match === null) return undefined;
  const [, times] = match;
  return times === undefined ? 1 : 2 * Number(times || 1);
}
