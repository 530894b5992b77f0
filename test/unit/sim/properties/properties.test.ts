/**
 * Systems made from seeds, and what must hold of each: conservation, order, receive counts, deduplication, the same bytes
 * from the same seed, also when it was saved on the way. `SLUICE_SEED=1234` tries one; `SLUICE_SEEDS=20000` many.
 */
import { expect, it } from "vitest";
import { wrongWith } from "./check.ts";

const { SLUICE_SEED, SLUICE_SEEDS = "2000" } = process.env;
const FILE = "test/unit/sim/properties/properties.test.ts";
/** Seeds of one test. */
const CHUNK = 250;

async function check(first: number, count: number): Promise<void> {
  for (let seed = first; seed < first + count; seed++) {
    const wrong = await wrongWith(seed);
    expect(wrong, `seed ${seed}; again with: SLUICE_SEED=${seed} npm run test:unit -- ${FILE}`).toBeUndefined();
  }
}

if (SLUICE_SEED !== undefined) {
  it(`seed ${SLUICE_SEED}`, () => check(Number(SLUICE_SEED), 1));
} else {
  for (let first = 1; first <= Number(SLUICE_SEEDS); first += CHUNK) {
    const count = Math.min(CHUNK, Number(SLUICE_SEEDS) - first + 1);
    it(`seeds ${first} to ${first + count - 1}`, () => check(first, count), 120_000);
  }
}
