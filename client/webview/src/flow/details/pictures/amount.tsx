/** A bar as long as a share of something; what it says stands in words beside it. */
export function Amount({ value, of }: { value: number; of: number }) {
  return (
    <svg class="amount" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={6} />
      <rect class="amount-value" width={of === 0 ? 0 : (value / of) * 100} height={6} />
    </svg>
  );
}
