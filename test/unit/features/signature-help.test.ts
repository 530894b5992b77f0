import { signatureHelp } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("signature-help", (document, offset) => {
  const help = signatureHelp(document, offset);
  if (help === undefined) return "nothing";
  const active = help.parameters[help.activeParameter];
  return active === undefined
    ? `${help.label}\nnone`
    : `${help.label}\n${help.label.slice(active.start, active.end)}: ${active.markdown}`;
});
