/** The build gives an icon as the paths that it draws. */
declare module "*.svg" {
  const paths: readonly string[];
  // biome-ignore lint/style/noDefaultExport: files that are no modules have nothing else to export
  export default paths;
}

declare module "*.css";
