/**
 * npm run readme-picture: the animated picture of README, client/media/readme/flow.gif. Shows the panel in Chromium, on
 * examples/payments-fifo: a blocked group is seen, its setting changed, both runs compared. Needs a build.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import gifenc from "gifenc";
import type { Page } from "playwright-core";
import { type FlowPage, openFlowPage } from "./flow-page.ts";
import { launchBrowser } from "./view-page.ts";

const root = path.resolve(import.meta.dirname, "../..");
const SIZE = { width: 900, height: 640 };
/** Between two pictures, milliseconds. */
const FRAME_MS = 120;
const MAX_BYTES = 1_000_000;

interface Frame {
  readonly rgba: Uint8Array;
  readonly delayMs: number;
}

/** Takes pictures of a page; the browser itself reads them. */
class Camera {
  readonly frames: Frame[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async shoot(delayMs = FRAME_MS): Promise<void> {
    const png = (await this.#page.screenshot()).toString("base64");
    const pixels = await this.#page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let text = "";
      for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
      return btoa(text);
    }, png);
    this.frames.push({ rgba: new Uint8Array(Buffer.from(pixels, "base64")), delayMs });
  }

  /** So many pictures while something moves. */
  async film(count: number): Promise<void> {
    for (let at = 0; at < count; at++) await this.shoot();
  }
}

async function play(flow: FlowPage, camera: Camera): Promise<void> {
  const read = (name: string): string => readFileSync(path.join(root, "examples", name), "utf8");
  const template = "payments-fifo.template.yaml";
  await flow.open("payments-fifo.scenario.yaml", read("payments-fifo.scenario.yaml"), { [template]: read(template) });
  const { page } = flow;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.getByLabel("Speed").selectOption({ label: "Real time" });
  await page.locator('.node[aria-label^="Payments,"]').click();
  await camera.shoot(800);
  await button("Play").click();
  await camera.film(14);
  await button("Back to the beginning").click();
  await flow.tab("Checks");
  await button("Payments.oldestMs > 60s").click();
  await camera.shoot(900);
  await flow.runToEnd();
  await camera.shoot(1_200);
  await flow.tab("Payments");
  await camera.shoot(2_000);
  const field = page.getByLabel("RedrivePolicy.maxReceiveCount", { exact: true });
  await field.fill("1");
  await camera.shoot(900);
  await flow.changed(() => field.press("Enter"));
  await page.locator('.node[aria-label^="Payments, Queue"]').waitFor();
  await camera.shoot(1_600);
  await flow.tab("Runs");
  await page
    .getByRole("row", { name: /Payments\.oldestMs/ })
    .first()
    .waitFor();
  await camera.shoot(3_000);
}

/** One palette for all; of each picture only what is another pixel than before. */
function encoded(frames: readonly Frame[]): Uint8Array {
  const sample = frames.filter((_, index) => index % Math.ceil(frames.length / 6) === 0 || index === frames.length - 1);
  const palette = gifenc.quantize(Buffer.concat(sample.map(({ rgba }) => rgba)), 127);
  const unchanged = palette.length;
  const gif = gifenc.GIFEncoder();
  let before: Uint8Array | undefined;
  for (const [index, { rgba, delayMs }] of frames.entries()) {
    const pixels = gifenc.applyPalette(rgba, palette);
    const shown =
      before === undefined ? pixels : pixels.map((pixel, at) => (pixel === before?.[at] ? unchanged : pixel));
    gif.writeFrame(shown, SIZE.width, SIZE.height, {
      ...(index === 0 && { palette: [...palette, [0, 0, 0]] }),
      delay: delayMs,
      dispose: 1,
      ...(index > 0 && { transparent: true, transparentIndex: unchanged }),
    });
    before = pixels;
  }
  gif.finish();
  return gif.bytes();
}

const browser = await launchBrowser();
try {
  const flow = await openFlowPage(browser, { theme: "dark", ...SIZE });
  const camera = new Camera(flow.page);
  await play(flow, camera);
  const bytes = encoded(camera.frames);
  if (bytes.length > MAX_BYTES) throw new Error(`${bytes.length} bytes are too many for a README`);
  writeFileSync(path.join(root, "client/media/readme/flow.gif"), bytes);
  console.log(`client/media/readme/flow.gif: ${camera.frames.length} pictures, ${(bytes.length / 1024).toFixed(0)} kB`);
} finally {
  await browser.close();
}
