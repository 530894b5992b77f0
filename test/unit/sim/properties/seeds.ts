/** Tests of many seeds: `SLUICE_SEED=1234` tries one; `SLUICE_SEEDS=20000` so many in each file. */
import { expect, it } from "vitest";

/** Seeds of one test. */
const CHUNK = 250;

/**
 * `wrongWith`: what is wrong with the system of a seed. `file`: where the tests stand, for whoever tries one again.
 * `after`: another file has the seeds up to here, so that both cores have something to do.
 */
export function testSeeds(
  file: string,
  seeds: number,
  wrongWith: (seed: number) => Promise<string | undefined>,
  after = 0,
): void {
  const { SLUICE_SEED, SLUICE_SEEDS = String(seeds) } = process.env;
  const last = after + Number(SLUICE_SEEDS);
  async function check(first: number, count: number): Promise<void> {
    for (let seed = first; seed < first + count; seed++) {
      const wrong = await wrongWith(seed);
      expect(wrong, `seed ${seed}; again with: SLUICE_SEED=${seed} npm run test:unit -- ${file}`).toBeUndefined();
    }
  }
  if (SLUICE_SEED !== undefined) {
    it(`seed ${SLUICE_SEED}`, () => check(Number(SLUICE_SEED), 1));
    return;
  }
  for (let first = after + 1; first <= last; first += CHUNK) {
    const count = Math.min(CHUNK, last - first + 1);
    it(`seeds ${first} to ${first + count - 1}`, () => check(first, count), 120_000);
  }
}
