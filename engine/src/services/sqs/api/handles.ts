/** Receipt handles and task handles: opaque to callers, for one queue only. */
import { type Refusal, refusal } from "../../../refusals/refusal.ts";
import { base64Decode, base64Encode } from "../../../text/base64.ts";
import { utf8Decode, utf8Encode } from "../../../text/utf8.ts";

/** A number of a queue as the text that its API gives out. */
export function handleOf(arn: string, number: number): string {
  return base64Encode(utf8Encode(`${arn} ${number}`));
}

/** Undefined: it is no handle of that queue. */
function numberOf(arn: string, handle: string): number | undefined {
  const bytes = base64Decode(handle);
  const [of, number] = bytes === undefined ? [] : utf8Decode(bytes).split(" ");
  return of === arn && number !== undefined && /^\d+$/.test(number) ? Number(number) : undefined;
}

/** What a receipt handle is of. */
export function receiptOfHandle(arn: string, handle: string): number | Refusal {
  const text = `The input receipt handle "${handle}" is not a valid receipt handle.`;
  return numberOf(arn, handle) ?? refusal("ReceiptHandleIsInvalid", text);
}

/** The source queue and the number of a message move task. */
export function taskOfHandle(handle: string): { readonly arn: string; readonly number: number } | undefined {
  const bytes = base64Decode(handle);
  const [arn, number] = bytes === undefined ? [] : utf8Decode(bytes).split(" ");
  return arn !== undefined && number !== undefined && /^\d+$/.test(number)
    ? { arn, number: Number(number) }
    : undefined;
}
