/** What AWS's front ends say to parameters that break a constraint of the API's model: one text for all of them. */
import { type Refusal, refusal } from "./refusal.ts";

export interface Violation {
  /** As AWS writes it; null where there is none. */
  readonly value: string | number | null;
  /** `entries`, `targets.1.member.id`. */
  readonly at: string;
  /** Behind "Member must": `not be null`, `have length less than or equal to 64`. */
  readonly must: string;
}

/** Undefined where there is no violation. */
export function validationRefusal(violations: readonly Violation[]): Refusal | undefined {
  if (violations.length === 0) return undefined;
  const texts = violations.map(({ value, at, must }) => {
    const shown = value === null ? "null" : `'${value}'`;
    return `Value ${shown} at '${at}' failed to satisfy constraint: Member must ${must}`;
  });
  const count = `${violations.length} validation error${violations.length === 1 ? "" : "s"}`;
  return refusal("ValidationException", `${count} detected: ${texts.join("; ")}`, settingOf(violations));
}

/** AWS writes `targets.1.member.id` for what is `Targets.0.Id` in a template. */
function settingOf([first]: readonly Violation[]): string | undefined {
  const steps = first?.at.split(".").filter((step) => step !== "member");
  return steps?.map((step) => (/^\d+$/.test(step) ? String(Number(step) - 1) : upperFirst(step))).join(".");
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Bounds of the length of a text or list, its value written out. */
export function lengthViolations(
  value: string,
  length: number,
  at: string,
  least: number,
  most: number,
): readonly Violation[] {
  if (length < least) return [{ value, at, must: `have length greater than or equal to ${least}` }];
  return length > most ? [{ value, at, must: `have length less than or equal to ${most}` }] : [];
}
