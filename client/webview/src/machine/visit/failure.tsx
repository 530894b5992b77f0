/** What AWS calls an error: a name and, mostly, a cause. */
export function Failure({ error, cause }: { error: string | undefined; cause: string | undefined }) {
  return (
    <dl class="failure">
      <dt>Error</dt>
      <dd>{error ?? "none given"}</dd>
      {cause !== undefined && (
        <>
          <dt>Cause</dt>
          <dd>{cause}</dd>
        </>
      )}
    </dl>
  );
}
