/** What esbuild makes of files that are not code: the text of an SVG, nothing of a style sheet (it goes to main.css). */
declare module "*.svg" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the shape in which a bundler hands over a text
  export default text;
}

declare module "*.css";
