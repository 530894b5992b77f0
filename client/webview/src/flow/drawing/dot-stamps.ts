/** Dots painted once and then copied: a circle costs its outline again each time, a picture of one next to nothing. */

export interface DotLook {
  readonly color: string;
  readonly halo: string;
  /** CSS pixels. */
  readonly radius: number;
  /** Pixels of the screen for each of them. */
  readonly ratio: number;
}

const HALO_WIDTH = 1.5;
/** Themes and zooms come and go. */
const MAX_STAMPS = 64;

export class DotStamps {
  readonly #stamps = new Map<string, HTMLCanvasElement>();

  /** A square picture with the dot in its middle. */
  of(look: DotLook): HTMLCanvasElement {
    const key = `${look.color} ${look.halo} ${look.radius} ${look.ratio}`;
    const known = this.#stamps.get(key);
    if (known) return known;
    if (this.#stamps.size >= MAX_STAMPS) this.#stamps.clear();
    const made = painted(look);
    this.#stamps.set(key, made);
    return made;
  }
}

function painted({ color, halo, radius, ratio }: DotLook): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(2 * (radius + HALO_WIDTH) * ratio);
  canvas.height = canvas.width;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const middle = canvas.width / 2;
  context.fillStyle = color;
  context.strokeStyle = halo;
  context.lineWidth = HALO_WIDTH * ratio;
  context.beginPath();
  context.arc(middle, middle, radius * ratio, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  return canvas;
}
