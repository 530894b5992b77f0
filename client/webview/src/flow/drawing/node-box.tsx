/** One resource: its name, what it is, its figures just now, what is wrong with it, and what was expected of it. */
import type { DrawnNode, LayoutNode } from "@sluice/engine";
import { fitText, LABEL_FONT } from "../../machine/graph/text-fit.ts";
import { iconPath } from "../../ui/icon.tsx";
import { useFlow } from "../context.ts";
import { iconOf } from "./node-icons.ts";

export interface NodeBoxProps {
  readonly box: LayoutNode;
  /** In the drawing. */
  readonly index: number;
  readonly selected: boolean;
  readonly onChoose: (id: string, focus: boolean) => void;
}

export function NodeBox({ box, index, selected, onChoose }: NodeBoxProps) {
  const { drawing, frame, outcome } = useFlow("drawing", "frame", "outcome");
  const node = drawing?.nodes[index];
  if (!node) return null;
  const figures = shownFigures(node, frame?.figures[index]);
  const trouble = frame?.troubles[index] ?? "";
  const verdicts = outcome?.verdicts.filter((verdict) => verdict.node === node.id) ?? [];
  const failed = verdicts.filter(({ passed }) => !passed);
  const isAlarming = figures.some(({ alarms }) => alarms) || trouble !== "";
  const fill = frame?.fills[index] ?? -1;
  const kind = node.isDeadLetterQueue ? "Dead-letter queue" : node.word;
  // What is written on the box comes first, so that voice control finds it by what is seen.
  const spoken = [
    node.id,
    trouble === "" ? kind : trouble,
    ...figures.map(({ text, label }) => `${text} ${label}`),
    trouble !== "" && kind,
    fill >= 0 && `${node.word === "Application" ? "window" : "buffer"} ${Math.round(fill * 100)} % of the way`,
    !node.isSimulated && "not simulated",
    failed.length > 0
      ? `does not hold: ${failed.map(({ name }) => name).join(", ")}`
      : verdicts.length > 0 && "as expected",
  ];
  const classes = ["state node", isAlarming && "alarming", selected && "selected", !node.isSimulated && "lifeless"];
  return (
    <g
      id={`node-${index}`}
      class={classes.filter(Boolean).join(" ")}
      role="option"
      aria-selected={selected}
      aria-label={spoken.filter(Boolean).join(", ")}
      transform={`translate(${box.x} ${box.y})`}
      onClick={() => onChoose(node.id, false)}
      onDblClick={() => onChoose(node.id, true)}
    >
      {selected && <rect class="ring" x={-3.5} y={-3.5} width={box.width + 7} height={box.height + 7} rx={8} />}
      <rect class="box" width={box.width} height={box.height} rx={5} />
      {fill >= 0 && <rect class="fill" y={box.height - 4} width={fill * box.width} height={4} rx={2} />}
      <path class="type" transform="translate(10 9)" d={iconPath(iconOf(node))} />
      <text class="label" x={34} y={20}>
        {fitText(box.name ?? node.id, box.width - 44, LABEL_FONT)}
      </text>{" "}
      <text class="detail" x={34} y={34}>
        {trouble === "" ? kind : fitText(trouble, box.width - 44, LABEL_FONT)}
      </text>{" "}
      {figures.map(({ label, text, alarms }, at) => (
        <g
          key={label}
          class={alarms ? "figure alarms" : "figure"}
          transform={`translate(${12 + (at * (box.width - 16)) / Math.max(2, figures.length)} 0)`}
        >
          <text class="figure-value" y={56}>
            {text}
          </text>{" "}
          <text class="figure-label" y={69}>
            {label}
          </text>{" "}
        </g>
      ))}
      {!node.isSimulated && (
        <text class="figure-label" x={12} y={62}>
          not simulated
        </text>
      )}
      {verdicts.length > 0 && (
        <VerdictBadge
          failed={failed.length > 0}
          x={box.width - 1}
          title={verdicts.map(({ name, seen }) => `${name}: ${seen}`).join("\n")}
        />
      )}
    </g>
  );
}

function VerdictBadge({ failed, x, title }: { failed: boolean; x: number; title: string }) {
  return (
    <g class={`badge ${failed ? "status-failed" : "status-succeeded"}`} transform={`translate(${x} 1)`}>
      <title>{title}</title>
      <circle r={9} />
      <path class="sign" transform="translate(-6 -6) scale(0.75)" d={iconPath(failed ? "close" : "check")} />
    </g>
  );
}

interface ShownFigure {
  readonly label: string;
  readonly text: string;
  readonly alarms: boolean;
}

function shownFigures(
  { figures, isSimulated }: DrawnNode,
  values: readonly number[] | undefined,
): readonly ShownFigure[] {
  if (!isSimulated) return [];
  return figures.flatMap(({ label, isAlarming }, at): readonly ShownFigure[] => {
    const value = values?.[at];
    if (value === undefined) return [{ label, text: "–", alarms: false }];
    return value < 0 ? [] : [{ label, text: shortNumber(value), alarms: isAlarming === true && value > 0 }];
  });
}

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** 1,204; 48.2k; 1.3M. */
export function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${(value / 1_000_000).toFixed(1)}M`;
  if (value >= 10_000) return `${(value / 1_000).toFixed(1)}k`;
  return WHOLE.format(value);
}
