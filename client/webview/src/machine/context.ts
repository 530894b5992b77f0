/** The panel, for its components: they ask for the fields of its state that they show, and call what acts. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useFields } from "../shell/store.ts";
import type { MachinePanel } from "./panel.ts";
import type { MachineState } from "./state.ts";

export const PanelContext = createContext<MachinePanel | undefined>(undefined);

export function usePanel(): MachinePanel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("a component stands outside of its panel");
  return panel;
}

/** Renders again when one of these fields is another one. */
export function useMachine<K extends keyof MachineState>(...fields: readonly K[]): Pick<MachineState, K> {
  return useFields(usePanel().store, ...fields);
}
