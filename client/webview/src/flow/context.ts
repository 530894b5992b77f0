/** The panel, for its components: they ask for the fields of its state that they show, and call what acts. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useFields } from "../shell/store.ts";
import type { FlowPanel } from "./panel.ts";
import type { FlowState } from "./state.ts";

export const PanelContext = createContext<FlowPanel | undefined>(undefined);

export function usePanel(): FlowPanel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("a component stands outside of its panel");
  return panel;
}

/** Renders again when one of these fields is another one. */
export function useFlow<K extends keyof FlowState>(...fields: readonly K[]): Pick<FlowState, K> {
  return useFields(usePanel().store, ...fields);
}
