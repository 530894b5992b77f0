/** What a definition's file is called among the files beside a template. */
export function fileKey(path: string): string {
  return `definition ${path}`;
}
