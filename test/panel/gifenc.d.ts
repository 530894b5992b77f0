/** What we use of gifenc, which brings no types. */
declare module "gifenc" {
  type Palette = number[][];
  interface Encoder {
    /** `palette`: of the first picture for all of them. Milliseconds. */
    writeFrame(
      pixels: Uint8Array,
      width: number,
      height: number,
      options: {
        readonly palette?: Palette;
        readonly delay?: number;
        readonly dispose?: number;
        readonly transparent?: boolean;
        readonly transparentIndex?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  const gifenc: {
    GIFEncoder(): Encoder;
    quantize(rgba: Uint8Array, maxColors: number): Palette;
    applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array;
  };
  // biome-ignore lint/style/noDefaultExport: a CommonJS module whose names Node does not see
  export default gifenc;
}
