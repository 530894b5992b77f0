/** A meter's course over time as a chart; the same of another run behind it, and where somebody is. */
import { clockText, durationText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";
import { shortNumber } from "../drawing/node-box.tsx";
import type { Course } from "../worker/protocol.ts";

const WIDTH = 600;
const HEIGHT = 90;

export interface ChartProps {
  readonly title: string;
  readonly course: Course | undefined;
  /** Of the run that this one is compared with. */
  readonly before: Course | undefined;
}

export function Chart({ title, course, before }: ChartProps) {
  const panel = usePanel();
  const { frame, untilMs } = useFlow("frame", "untilMs");
  const lengthOf = (each: Course | undefined): number => (each ? each.values.length * each.widthMs : 0);
  const wholeMs = Math.max(1, untilMs, lengthOf(before));
  const max = Math.max(1e-9, ...(course?.values ?? []), ...(before?.values ?? []));
  const isTime = (course ?? before)?.metric.endsWith("Ms") === true;
  const text = (value: number): string => (isTime ? durationText(value) : shortNumber(value));
  const nowMs = frame?.timeMs ?? 0;
  const now = course?.values[Math.floor(nowMs / course.widthMs)] ?? 0;
  const peak = Math.max(0, ...(course?.values ?? []));
  const former = before && Math.max(0, ...before.values);
  const said = `${title}: ${text(now)} at ${clockText(nowMs)}, at most ${text(peak)}${former === undefined ? "" : `, before ${text(former)}`}`;
  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span>
        <span class="muted">
          now {text(now)}, at most {text(peak)}
          {former !== undefined && `, before ${text(former)}`}
        </span>
      </figcaption>
      {/* The bar of time does the same by the keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
        onClick={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect();
          panel.transport.seek(Math.min(untilMs, ((event.clientX - left) / width) * wholeMs));
        }}
      >
        {course && <path class="chart-area" d={areaPath(course, wholeMs, WIDTH, HEIGHT, max)} />}
        {before && <path class="chart-before" d={linePath(before, wholeMs, max)} vector-effect="non-scaling-stroke" />}
        {course && <path class="chart-line" d={linePath(course, wholeMs, max)} vector-effect="non-scaling-stroke" />}
        <line
          class="chart-now"
          x1={(nowMs / wholeMs) * WIDTH}
          x2={(nowMs / wholeMs) * WIDTH}
          y1={0}
          y2={HEIGHT}
          vector-effect="non-scaling-stroke"
        />
      </svg>
    </figure>
  );
}

function linePath({ widthMs, values }: Course, wholeMs: number, max: number): string {
  const points = [...values, 0].map(
    (value, at) => `${((at * widthMs) / wholeMs) * WIDTH} ${HEIGHT - 2 - (value / max) * (HEIGHT - 6)}`,
  );
  return `M${points.join("L")}`;
}

/** Closed along the lower edge. */
export function areaPath(
  { widthMs, values }: Course,
  wholeMs: number,
  width: number,
  height: number,
  max = Math.max(1e-9, ...values),
): string {
  if (values.length === 0) return "";
  const at = (index: number): number => Math.min(width, ((index * widthMs) / wholeMs) * width);
  const points = values.map((value, index) => `${at(index)} ${height - 2 - (value / max) * (height - 6)}`);
  return `M0 ${height}L${points.join("L")}L${at(values.length)} ${height}Z`;
}
