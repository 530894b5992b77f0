/**
 * What a delivery stream takes in a call and in a second.
 * https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
 */
import {
  FIREHOSE_BATCH_BYTES,
  FIREHOSE_BATCH_RECORDS,
  FIREHOSE_BYTES_PER_SECOND,
  FIREHOSE_RECORD_BYTES,
  FIREHOSE_RECORDS_PER_SECOND,
} from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { lengthViolations, validationRefusal } from "../../refusals/validation-errors.ts";
import { SecondBudget, type SecondBudgetState } from "../shards/second-budget.ts";

/** PutRecord, or one of a PutRecordBatch. `member`: as the error names it. */
export function refuseRecord(bytes: number, member = "record"): Refusal | undefined {
  const shown = `java.nio.HeapByteBuffer[pos=0 lim=${bytes} cap=${bytes}]`;
  return validationRefusal(lengthViolations(shown, bytes, `${member}.data`, 0, FIREHOSE_RECORD_BYTES));
}

/** PutRecordBatch as a whole. */
export function refuseBatch(sizes: readonly number[]): Refusal | undefined {
  const shown = sizes.length === 0 ? "[]" : `[${sizes.map((bytes) => `Record(${bytes} bytes)`).join(", ")}]`;
  const violation = validationRefusal(lengthViolations(shown, sizes.length, "records", 1, FIREHOSE_BATCH_RECORDS));
  if (violation !== undefined) return violation;
  const large = sizes.findIndex((bytes) => bytes > FIREHOSE_RECORD_BYTES);
  if (large >= 0) return refuseRecord(sizes[large] ?? 0, `records.${large + 1}.member`);
  return sizes.reduce((sum, bytes) => sum + bytes, 0) > FIREHOSE_BATCH_BYTES ? BATCH_TOO_LARGE : undefined;
}

const BATCH_TOO_LARGE = refusal("InvalidArgumentException", "Records size exceeds 4 MB limit");

const SLOW_DOWN: Refusal = { code: "ServiceUnavailableException", message: "Slow down.", retryable: true };

/** What direct puts may bring in a second. */
export class PutBudget {
  readonly #records = new SecondBudget(FIREHOSE_RECORDS_PER_SECOND);
  readonly #bytes = new SecondBudget(FIREHOSE_BYTES_PER_SECOND);

  use(nowMs: number, bytes: number): Refusal | undefined {
    if (!this.#records.allows(nowMs, 1) || !this.#bytes.allows(nowMs, bytes)) return SLOW_DOWN;
    this.#records.use(1);
    this.#bytes.use(bytes);
    return undefined;
  }

  save(): readonly [SecondBudgetState, SecondBudgetState] {
    return [this.#records.save(), this.#bytes.save()];
  }

  restore([records, bytes]: readonly [SecondBudgetState, SecondBudgetState]): void {
    this.#records.restore(records);
    this.#bytes.restore(bytes);
  }
}
