/** What types of SAM become, under the same logical id. */
const DEPLOYED: Readonly<Record<string, string>> = {
  "AWS::Serverless::Function": "AWS::Lambda::Function",
  "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine",
  "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table",
  "AWS::Serverless::Api": "AWS::ApiGateway::RestApi",
  "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api",
  "AWS::Serverless::LayerVersion": "AWS::Lambda::LayerVersion",
  "AWS::Serverless::Application": "AWS::CloudFormation::Stack",
};

/** CloudFormation's type; the same one where it is none of SAM's. */
export function deployedType(type: string): string {
  return Object.hasOwn(DEPLOYED, type) ? (DEPLOYED[type] ?? type) : type;
}
