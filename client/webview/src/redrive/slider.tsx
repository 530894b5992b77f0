/** A number by a slider whose steps are round, and exactly beside it. */
import { timeText } from "@sluice/engine";
import { useId } from "preact/hooks";

export interface SliderProps {
  readonly label: string;
  readonly unit: "s" | "";
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly help: string;
  readonly note?: string | undefined;
  /** While it moves. */
  readonly onInput: (value: number) => void;
  /** When it has been let go. */
  readonly onSet: (value: number) => void;
}

/** What people choose: seconds, minutes, hours, days; counts. */
const SECONDS = [
  ...[0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_200, 1_800, 2_700],
  ...[3_600, 7_200, 10_800, 14_400, 21_600, 43_200, 86_400, 172_800, 259_200, 345_600, 432_000, 604_800, 864_000],
  1_209_600,
];
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50, 100, 200, 500, 1_000];

export function Slider({ label, unit, value, minimum, maximum, help, note, onInput, onSet }: SliderProps) {
  const id = useId();
  const steps = stepsAround(unit === "s" ? SECONDS : COUNTS, value, minimum, maximum);
  const at = (event: { readonly currentTarget: HTMLInputElement }): number =>
    steps[Number(event.currentTarget.value)] ?? value;
  const text = unit === "s" ? timeText(value * 1_000) : String(value);
  const setExactly = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    const exact = Math.round(Number(currentTarget.value));
    if (Number.isFinite(exact)) onSet(Math.max(minimum, Math.min(maximum, exact)));
  };
  return (
    <div class="slider" title={help}>
      <label for={id}>{label}</label>
      <span class="slider-value">{text}</span>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={steps.indexOf(value)}
        aria-valuetext={text}
        aria-description={note}
        onInput={(event) => onInput(at(event))}
        onChange={(event) => onSet(at(event))}
      />
      <input
        type="number"
        aria-label={unit === "s" ? `${label}, seconds` : `${label}, exactly`}
        min={minimum}
        max={maximum}
        value={value}
        onChange={setExactly}
      />
      {note !== undefined && <span class="muted slider-note">{note}</span>}
    </div>
  );
}

function stepsAround(steps: readonly number[], value: number, minimum: number, maximum: number): readonly number[] {
  const inside = steps.filter((step) => step >= minimum && step <= maximum);
  return [...new Set([minimum, ...inside, value, maximum])].toSorted((a, b) => a - b);
}
