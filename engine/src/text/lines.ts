/** Offsets to lines and characters and back, both counted from 0 in UTF-16 units as the Language Server Protocol does. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offset of the first character of every line; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] as number)) };
}

/** Lines past the end give the start of the last line; the caller's character is not checked against the line. */
export function offsetAt(starts: readonly number[], position: Position): number {
  const line = Math.min(Math.max(position.line, 0), starts.length - 1);
  return (starts[line] as number) + Math.max(0, position.character);
}
