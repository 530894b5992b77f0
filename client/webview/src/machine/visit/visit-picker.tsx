/** Which visit of a state is looked at, where there are several. */
import type { Visit } from "@sluice/engine";
import { Icon } from "../../ui/icon.tsx";
import { usePanel } from "../context.ts";
import { STATUS_WORDS } from "../words.ts";

export function VisitPicker({ visits, index }: { visits: readonly Visit[]; index: number }) {
  const panel = usePanel();
  const turn = (visit: Visit): string =>
    visit.iterations.map(({ state, index: item }) => `${state} item ${item}`).join(", ");
  return (
    <div class="visits">
      <button
        type="button"
        class="icon-button"
        aria-label="Earlier visit"
        disabled={index === 0}
        onClick={() => panel.setVisit(index - 1)}
      >
        <Icon name="chevron-left" />
      </button>
      <select
        aria-label="Visit"
        value={String(index)}
        onChange={(event) => panel.setVisit(Number(event.currentTarget.value))}
      >
        {visits.map((visit, at) => (
          <option key={visit.enteredId} value={String(at)}>
            {`${at + 1} of ${visits.length}${visit.iterations.length > 0 ? ` · ${turn(visit)}` : ""} · ${STATUS_WORDS[visit.status]}`}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        aria-label="Later visit"
        disabled={index >= visits.length - 1}
        onClick={() => panel.setVisit(index + 1)}
      >
        <Icon name="chevron-right" />
      </button>
    </div>
  );
}
