/** Settings of a resource: a changed one is run at once beside the former run; it can be written into the template. */
import type { JsonValue, Setting } from "@sluice/engine";
import { useLayoutEffect, useState } from "preact/hooks";
import { usePanel } from "../context.ts";

export function Settings({ settings }: { settings: readonly Setting[] }) {
  const [isAll, setAll] = useState(false);
  const written = settings.filter(
    ({ value, label }) => value !== undefined || ALWAYS.has(label) || label === "fails" || label === "duration",
  );
  const shown = isAll || written.length === 0 ? settings : written;
  if (settings.length === 0) return null;
  return (
    <section aria-label="Settings">
      <h2>Settings</h2>
      <div class="settings">
        {shown.map((setting) => (
          <SettingRow key={setting.label} setting={setting} />
        ))}
      </div>
      {shown.length < settings.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {settings.length - shown.length} more settings
        </button>
      )}
    </section>
  );
}

/** Shown also while the default holds. */
const ALWAYS: ReadonlySet<string> = new Set([
  "VisibilityTimeout",
  "BatchSize",
  "MaximumBatchingWindowInSeconds",
  "ReservedConcurrentExecutions",
  "ShardCount",
  "Timeout",
]);

function SettingRow({ setting }: { setting: Setting }) {
  const panel = usePanel();
  const { label, kind, value, unit, choices, minimum, maximum, text } = setting;
  const [draft, setDraft] = useState("");
  // The field stays the same one when it has been tried: whoever typed into it is still there.
  useLayoutEffect(() => setDraft(value === undefined ? "" : String(value)), [value]);
  const isChanged = draft !== (value === undefined ? "" : String(value)) && draft !== "";
  const read = valueOf(kind, draft);
  const apply = (): void => {
    if (isChanged && read !== undefined) void panel.changes.set(setting, read);
  };
  const common = { "aria-label": label, title: text, "aria-invalid": isChanged && read === undefined };
  return (
    <div class="setting">
      <span class="setting-name" title={text}>
        {label}
      </span>
      {kind === "choice" || kind === "boolean" ? (
        <select {...common} value={draft} onChange={(event) => setDraft(event.currentTarget.value)}>
          {value === undefined && <option value="">{setting.default ?? "default"}</option>}
          {(choices ?? ["true", "false"]).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={kind === "number" ? "number" : "text"}
          list={undefined}
          min={minimum}
          max={maximum}
          placeholder={setting.default ?? ""}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && apply()}
        />
      )}
      <span class="muted">{unit}</span>
      <span class="row">
        {isChanged && (
          <button
            type="button"
            class="link"
            aria-disabled={read === undefined}
            title="Run with it, beside the run as it was"
            onClick={apply}
          >
            Try it
          </button>
        )}
        {setting.templatePath && draft !== "" && (
          <button
            type="button"
            class="link quiet"
            aria-label={`${label}: to template`}
            title="Write it into the template's own text"
            onClick={() => read !== undefined && void panel.changes.writeToTemplate(setting, read)}
          >
            To template
          </button>
        )}
      </span>
    </div>
  );
}

function valueOf(kind: Setting["kind"], draft: string): JsonValue | undefined {
  if (kind === "number") return draft.trim() !== "" && Number.isFinite(Number(draft)) ? Number(draft) : undefined;
  return kind === "boolean" ? draft === "true" : draft;
}
