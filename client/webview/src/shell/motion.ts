/** Whether somebody wants no motion: of the system, or of VS Code, which tells its own setting by a class. */
const query = matchMedia("(prefers-reduced-motion: reduce)");

/** To be asked anew each time: the setting may change. */
export function reducedMotion(): boolean {
  return query.matches || document.body.classList.contains("vscode-reduce-motion");
}
