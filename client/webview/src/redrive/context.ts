/** The bench, for its components: they ask for the fields of its state that they show, and call what acts. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useFields } from "../shell/store.ts";
import type { BenchState, RedriveBench } from "./bench.ts";

export const BenchContext = createContext<RedriveBench | undefined>(undefined);

export function useBench(): RedriveBench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error("a component stands outside of its bench");
  return bench;
}

/** Renders again when one of these fields is another one. */
export function useBenchState<K extends keyof BenchState>(...fields: readonly K[]): Pick<BenchState, K> {
  return useFields(useBench().store, ...fields);
}
