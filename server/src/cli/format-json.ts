/** `check --format json`: one array of all problems of all files. */
import type { CheckReport } from "./check-report.ts";

/** Lines and characters count from 0, characters in UTF-16 units, as the Language Server Protocol has them. */
export function formatJson({ files }: CheckReport): string {
  const problems = files.flatMap(({ name, problems }) =>
    problems.map(({ rule, severity, message, range, pointer, docs }) => ({
      file: name,
      rule,
      severity,
      message,
      range,
      pointer,
      docs: docs ?? null,
    })),
  );
  return `${JSON.stringify(problems, null, 2)}\n`;
}
