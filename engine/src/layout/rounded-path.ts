/** Lines with rounded corners, as SVG writes them. */

/** A coordinate: a tenth of a pixel is enough. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Corner points as a path with rounded corners. */
export function roundedPath(points: readonly (readonly [number, number])[], radius: number): string {
  const parts: string[] = [];
  points.forEach(([x, y], i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined) parts.push(`M${number(x)} ${number(y)}`);
    else if (after === undefined) parts.push(`L${number(x)} ${number(y)}`);
    else {
      const inLength = Math.abs(x - before[0]) + Math.abs(y - before[1]);
      const outLength = Math.abs(after[0] - x) + Math.abs(after[1] - y);
      const r = Math.min(radius, inLength / 2, outLength / 2);
      const ax = x - Math.sign(x - before[0]) * r;
      const ay = y - Math.sign(y - before[1]) * r;
      const bx = x + Math.sign(after[0] - x) * r;
      const by = y + Math.sign(after[1] - y) * r;
      parts.push(`L${number(ax)} ${number(ay)}Q${number(x)} ${number(y)} ${number(bx)} ${number(by)}`);
    }
  });
  return parts.join("");
}
