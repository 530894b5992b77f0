/** One line about something that stands in the way or has gone wrong, with the way out. */
import { Icon, type IconName } from "./icon.tsx";

export interface NoticeProps {
  readonly kind: "info" | "warning" | "error";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const ICONS: Readonly<Record<NoticeProps["kind"], IconName>> = { info: "info", warning: "warning", error: "error" };

export function Notice({ kind, text, action }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role="status">
      <Icon name={ICONS[kind]} />
      <p>{text}</p>
      {action && (
        <button type="button" class="link" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
