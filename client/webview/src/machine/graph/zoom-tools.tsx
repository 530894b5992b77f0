// biome-ignore-all lint/a11y/useSemanticElements: a group of buttons is no group of form fields
/** The buttons over the graph's lower edge. */
import { Icon, type IconName } from "../../ui/icon.tsx";
import { usePanel } from "../context.ts";
import type { CameraHold } from "./camera-hold.ts";

export function ZoomTools({ camera }: { camera: CameraHold }) {
  const panel = usePanel();
  return (
    <div class="zoom" role="group" aria-label="Graph">
      <ZoomButton label="Find a state" keys="Ctrl+F" icon="search" onClick={() => panel.finder.open()} />
      <ZoomButton label="Zoom in" keys="+" icon="zoom-in" onClick={() => camera.zoom(1.25)} />
      <ZoomButton label="Zoom out" keys="-" icon="zoom-out" onClick={() => camera.zoom(0.8)} />
      <ZoomButton label="Fit" keys="0" icon="screen-full" onClick={() => camera.fit()} />
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: IconName;
  readonly onClick: () => void;
}

function ZoomButton({ label, keys, icon, onClick }: ZoomButtonProps) {
  return (
    <button type="button" class="icon-button" title={`${label} (${keys})`} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
