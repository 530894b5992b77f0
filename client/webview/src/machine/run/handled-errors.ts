/** The errors that a state expects, for whoever makes its task fail. */
import { isObject, type JsonObject } from "@sluice/engine";

/** Which a retrier or a catcher names, in their order, without the name that stands for all of them. */
export function handledErrors({ Retry: retriers, Catch: catchers }: JsonObject): readonly string[] {
  const handlers = [retriers, catchers].flatMap((list) => (Array.isArray(list) ? list : [])).filter(isObject);
  const names = handlers.flatMap(({ ErrorEquals: named }) => (Array.isArray(named) ? named : []));
  const errors = names.filter((name) => typeof name === "string" && name !== "States.ALL");
  return [...new Set(errors as string[])];
}
