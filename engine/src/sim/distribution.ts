/**
 * How long something takes, or how large it is, when it is not always the same. Written down as plain data; each draw
 * takes exactly one number from the generator and turns it over by the inverse distribution, so that two runs which
 * differ in a parameter only still draw alike, and a sweep compares like with like.
 */
import type { JsonValue } from "../json.ts";
import type { Random } from "../random.ts";

/** In whatever unit the field that holds it is in. Draws are never negative. */
export type Distribution =
  /** Always the same. */
  | number
  | { readonly constant: number }
  | { readonly uniform: { readonly min: number; readonly max: number } }
  /** What would be below 0 is 0. */
  | { readonly normal: { readonly mean: number; readonly deviation: number } }
  | { readonly exponential: { readonly mean: number } }
  /** The long tail that services have, by the two numbers that their dashboards show. */
  | { readonly lognormal: { readonly median: number; readonly p99: number } }
  /** As measured: `{"p0": 12, "p50": 80, "p99": 900, "p100": 4000}`; straight lines between the points. */
  | { readonly percentiles: Readonly<Record<string, number>> };

export type Sampler = (random: Random) => number;

/** What draws from a distribution in which `distributionMistake` finds nothing. */
export function samplerOf(distribution: Distribution): Sampler {
  if (typeof distribution === "number") return () => distribution;
  if ("constant" in distribution) return () => distribution.constant;
  if ("uniform" in distribution) {
    const { min, max } = distribution.uniform;
    return (random) => min + (max - min) * random.next();
  }
  if ("normal" in distribution) {
    const { mean, deviation } = distribution.normal;
    return (random) => Math.max(0, mean + deviation * inverseNormal(random.next()));
  }
  if ("exponential" in distribution) {
    const { mean } = distribution.exponential;
    return (random) => -mean * Math.log1p(-random.next());
  }
  if ("lognormal" in distribution) {
    const { median, p99 } = distribution.lognormal;
    const deviation = Math.log(p99 / median) / inverseNormal(0.99);
    return (random) => median * Math.exp(deviation * inverseNormal(random.next()));
  }
  return percentileSampler(pointsOf(distribution.percentiles));
}

type Point = readonly [share: number, value: number];

/** By share; values of shares outside the points are those of the nearest one. */
function pointsOf(percentiles: Readonly<Record<string, number>>): readonly Point[] {
  const points = Object.entries(percentiles).map(([name, value]): Point => [Number(name.slice(1)) / 100, value]);
  return points.sort(([a], [b]) => a - b);
}

function percentileSampler(points: readonly Point[]): Sampler {
  return (random) => {
    const share = random.next();
    const after = points.findIndex(([at]) => at > share);
    const [leftAt, left] = points.at(after < 0 ? -1 : Math.max(0, after - 1)) as Point;
    const [rightAt, right] = points.at(after) as Point;
    if (rightAt === leftAt || share < leftAt) return left;
    return left + ((right - left) * (share - leftAt)) / (rightAt - leftAt);
  };
}

/** What is wrong with a value that should be a distribution; undefined where it is one. */
export function distributionMistake(value: JsonValue | undefined): string | undefined {
  if (typeof value === "number") return value >= 0 ? undefined : "it is negative";
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value)) {
    return `it is neither a number nor one of ${Object.keys(PARAMETERS).join(", ")}, percentiles`;
  }
  const [name, ...more] = Object.keys(value);
  if (name === undefined || more.length > 0) return "it must have exactly one field, the kind of distribution";
  const inner = (value as Readonly<Record<string, JsonValue>>)[name];
  if (name === "constant") return distributionMistake(typeof inner === "number" ? inner : null);
  if (name !== "percentiles" && !Object.hasOwn(PARAMETERS, name)) return `there is no distribution "${name}"`;
  const numbers = numbersOf(inner);
  if (numbers === undefined) return `${name} must hold numbers that are not negative`;
  if (name === "percentiles") return percentileMistake(numbers);
  return parameterMistake(name as keyof typeof PARAMETERS, numbers);
}

/** The parameters of each kind, and which of two must not be greater. */
const PARAMETERS = {
  uniform: { needs: ["min", "max"], ascending: true },
  normal: { needs: ["mean", "deviation"], ascending: false },
  exponential: { needs: ["mean"], ascending: false },
  lognormal: { needs: ["median", "p99"], ascending: true },
} as const;

type Numbers = Readonly<Record<string, number>>;

function numbersOf(value: JsonValue | undefined): Numbers | undefined {
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const isNumber = (each: unknown): boolean => typeof each === "number" && each >= 0 && Number.isFinite(each);
  return Object.values(value).every(isNumber) ? (value as Numbers) : undefined;
}

function parameterMistake(name: keyof typeof PARAMETERS, numbers: Numbers): string | undefined {
  const { needs, ascending } = PARAMETERS[name];
  const names: readonly string[] = needs;
  const missing = names.find((each) => numbers[each] === undefined);
  if (missing !== undefined) return `${name} needs ${names.join(" and ")}`;
  const extra = Object.keys(numbers).find((each) => !names.includes(each));
  if (extra !== undefined) return `${name} has no ${extra}, only ${names.join(" and ")}`;
  const [low = 0, high = 0] = names.map((each) => numbers[each]);
  if (ascending && low > high) return `${names[0]} ${low} is greater than ${names[1]} ${high}`;
  return name === "lognormal" && low === 0 ? "the median of a lognormal distribution is greater than 0" : undefined;
}

function percentileMistake(numbers: Numbers): string | undefined {
  const names = Object.keys(numbers);
  const bad = names.find((name) => !/^p(100|\d{1,2}(\.\d+)?)$/.test(name));
  if (bad !== undefined) return `"${bad}" is no percentile: write p0 to p100`;
  if (names.length < 2) return "percentiles need two points or more";
  const points = pointsOf(numbers);
  const falls = points.some(([, value], index) => index > 0 && value < (points[index - 1] as Point)[1]);
  return falls ? "a higher percentile has a lower value" : undefined;
}

/** How far from the centre the numerator's and denominator's central forms hold. */
const TAIL = 0.02425;

/**
 * The quantile of the standard normal distribution, relative error below 1.2e-9: P. J. Acklam's rational approximation.
 * https://stackedboxes.org/2017/05/01/acklams-normal-quantile-function/
 */
export function inverseNormal(share: number): number {
  // A draw of exactly 0 would be minus infinity; 2^-54 lies below every other draw.
  const p = Math.max(share, 2 ** -54);
  if (p < TAIL) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - TAIL) return -tail(Math.sqrt(-2 * Math.log1p(-p)));
  const q = p - 0.5;
  const r = q * q;
  const top =
    (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
    q;
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return top / bottom;
}

function tail(q: number): number {
  const top =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const bottom =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return top / bottom;
}
