/** What ends a command before it can do its work. Both give exit code 2. */

/** The command line is wrong; its usage is shown. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file cannot be read, or not as what it should be. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}
