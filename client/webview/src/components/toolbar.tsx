/** The buttons that move the run, and who answers its tasks. One stop for Tab; the arrow keys go from button to button. */
import { useRef, useState } from "preact/hooks";
import type { Controller } from "../controller.ts";
import { isStale, type ViewState } from "../state.ts";
import type { MockCase } from "../worker-protocol.ts";
import { Icon, type IconName } from "./icon.tsx";

interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly icon: IconName;
  readonly enabled: boolean;
  readonly run: () => void;
}

function actionsOf(state: ViewState, controller: Controller): Action[] {
  const { run, playing } = state;
  const moving = playing || run?.activity === "moving";
  const atEnd = run !== undefined && run.cursor === run.length;
  const usable = state.drawing !== undefined && !state.broken;
  const waits = atEnd && run?.activity === "blocked";
  const over = atEnd && run?.activity === "ended" && !isStale(state);
  const play: Action = moving
    ? {
        id: "play",
        label: "Pause",
        keys: "Ctrl+Enter",
        icon: "debug-pause",
        enabled: true,
        run: () => controller.run.pause(),
      }
    : {
        id: "play",
        label: over ? "Run again" : "Run",
        keys: "Ctrl+Enter",
        icon: "debug-start",
        enabled: usable && !waits,
        run: () => controller.run.play(),
      };
  return [
    play,
    {
      id: "end",
      label: "Run to end",
      keys: "Ctrl+Shift+Enter",
      icon: "run-all",
      enabled: usable && !waits && !moving,
      run: () => controller.run.runToEnd(),
    },
    {
      id: "back",
      label: "Step back",
      keys: "Alt+F10",
      icon: "debug-step-back",
      enabled: run !== undefined && run.cursor > 0 && !moving,
      run: () => controller.run.stepBack(),
    },
    {
      id: "step",
      label: "Step",
      keys: "F10",
      icon: "debug-step-over",
      enabled: usable && !waits && !over && !moving,
      run: () => controller.run.step(),
    },
    {
      id: "restart",
      label: "Restart",
      keys: "Ctrl+Shift+F5",
      icon: "debug-restart",
      enabled: run !== undefined && usable,
      run: () => controller.run.restart(),
    },
  ];
}

export function Toolbar({ state, controller }: { state: ViewState; controller: Controller }) {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const actions = actionsOf(state, controller);
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (stop + by + actions.length) % actions.length;
    setStop(next);
    bar.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <header class="toolbar">
      <div ref={bar} class="actions" role="toolbar" aria-label="Run" tabIndex={-1} onKeyDown={move}>
        {actions.map(({ id, label, keys, icon, enabled, run }, index) => (
          <button
            key={id}
            type="button"
            class={`action action-${id}`}
            title={`${label} (${keys})`}
            aria-label={label}
            aria-disabled={!enabled}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setStop(index)}
            onClick={() => enabled && run()}
          >
            <Icon name={icon} />
            {id === "play" && <span>{label}</span>}
          </button>
        ))}
      </div>
      <TaskSource state={state} controller={controller} />
    </header>
  );
}

const ASK = "ask";

/** Ask in the panel, or one of the test cases of the mock file. */
function TaskSource({ state, controller }: { state: ViewState; controller: Controller }) {
  const { mock, mockCases } = state;
  const several = new Set(mockCases.map(({ stateMachine }) => stateMachine)).size > 1;
  const labelOf = (one: MockCase): string => (several ? `${one.stateMachine}: ${one.testCase}` : one.testCase);
  const index = mock === undefined ? -1 : mockCases.indexOf(mock);
  return (
    <label class="task-source">
      <span>Tasks</span>
      <select
        value={index < 0 ? ASK : String(index)}
        onChange={(event) => controller.setMock(mockCases[Number(event.currentTarget.value)])}
      >
        <option value={ASK}>Ask me</option>
        {mockCases.length > 0 && (
          <optgroup label={state.mockFile ?? "Mocks"}>
            {mockCases.map((one, at) => (
              <option key={labelOf(one)} value={String(at)}>
                {labelOf(one)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
