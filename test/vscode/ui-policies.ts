/** The part of `npm run test:ui` that looks at a filter policy, its mistakes and its sample messages. */
import assert from "node:assert/strict";
import type { Workbench } from "./ui.ts";

/** `picture` gives the file of a picture by what is in it. */
export async function visitPolicies(vscode: Workbench, picture: (name: string) => string): Promise<void> {
  const lens = (text: string) => vscode.page.locator(".codelens-decoration a", { hasText: text });
  const away = () => vscode.page.mouse.move(5, 5);

  await vscode.openFile("mistakes.filter-policy.json");
  await vscode.squiggle("prefx");
  await vscode.clickText("prefx");
  await vscode.page.keyboard.press("Control+.");
  await vscode.page.locator(".action-widget", { hasText: "Change to prefix" }).waitFor();
  await vscode.screenshot(picture("policy-fix"));
  await vscode.page.keyboard.press("Escape");

  await vscode.openFile("large-orders.filter-policy.json");
  await lens("Try a message").waitFor();
  assert.match(await vscode.hover("numeric"), /five digits/);
  await vscode.screenshot(picture("policy"));
  await away();

  await lens("samples match").click();
  await vscode.page.locator(".tabs-container .tab.active", { hasText: "large-orders.messages.json" }).waitFor();
  await vscode.find("✓ matches");
  await vscode.hover("✗ no match");
  await vscode.screenshot(picture("samples"));
  await away();
}
