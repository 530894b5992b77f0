/** Examples of rules with their mistakes marked. */

/** Takes the marks `«` and `»` out of an example; gives the text and the range between them. */
export function unmark(example: string): { text: string; start: number; end: number } {
  const start = example.indexOf("«");
  const end = example.indexOf("»") - 1;
  return { text: example.replace("«", "").replace("»", ""), start, end };
}
