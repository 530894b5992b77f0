/** What can be done to a scenario: the fixes that its problems bring along. */
import { fixActions, ownFixes } from "../../editor/quick-fixes.ts";
import type { CodeAction, CodeActionOptions, Selection } from "../../editor/types.ts";
import type { ScenarioDocument } from "../document.ts";

export function codeActions(
  _document: ScenarioDocument,
  selection: Selection,
  options: CodeActionOptions,
): readonly CodeAction[] {
  return fixActions(selection, options, ownFixes);
}
