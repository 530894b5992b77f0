/** What is not looked at first, and small next to the rest: read as one script, when any of it is asked for. */
export { KeysOverview } from "../ui/keys-overview.tsx";
export { Comparison } from "./compare/comparison.tsx";
export { EventTable } from "./events/event-table.tsx";
export { saveCase } from "./export/save-case.ts";
export { saveGraph } from "./export/save-graph.ts";
export { saveHistory } from "./export/save-history.ts";
export { MocksDrawer } from "./mocks/mocks-drawer.tsx";
export { writeMocks } from "./mocks/mocks-of-run.ts";
export { AskTask } from "./run/ask-task.tsx";
export { Timeline } from "./timeline/timeline.tsx";
export { ChoiceDetail } from "./visit/choice-detail.tsx";
export { Lanes } from "./visit/lanes.tsx";
export { Trial } from "./visit/trial.tsx";
