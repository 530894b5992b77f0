/** Files of tools whose own language Sluice does not read, and what to give it instead. */

/** The end of a sentence that begins with the file's name; undefined for what is of none of these tools. */
export function otherToolOf(text: string, name: string): string | undefined {
  if (/\.tf(?:\.json)?$/i.test(name) || /^\s*(?:resource|module|provider)\s+"[^"]+"/m.test(text)) {
    return "is Terraform, which Sluice does not read: it reads CloudFormation and SAM";
  }
  const isServerless = /^service\s*:/m.test(text) && /^provider\s*:/m.test(text);
  if (isServerless) {
    return "is of the Serverless Framework, which Sluice does not read: run `serverless package` and take .serverless/cloudformation-template-update-stack.json";
  }
  if (/(?:^|\/)cdk\.json$/.test(name))
    return "is the configuration of the CDK: run `cdk synth` and take a template of cdk.out";
  return undefined;
}
