/** Policies and messages that the tests and the pictures of the benches are made of. */

/** Asks for one shop, and for more than most orders come to. */
export const WRONG_POLICY = `{
  "shop": ["amsterdam"],
  "total": [{ "numeric": [">", 500] }]
}
`;

export const FIVE_MESSAGES = `{
  "messages": [
    { "name": "large", "MessageAttributes": { "shop": "amsterdam", "total": 300 }, "matches": true },
    { "name": "online", "MessageAttributes": { "shop": "online-7", "total": 900 }, "matches": true },
    { "name": "small", "MessageAttributes": { "shop": "amsterdam", "total": 20 }, "matches": false },
    { "name": "elsewhere", "MessageAttributes": { "shop": "paris", "total": 300 }, "matches": false },
    { "name": "huge", "MessageAttributes": { "shop": "amsterdam", "total": 9000 }, "matches": true }
  ]
}
`;

export const FILTER_TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Orders:
    Type: AWS::SNS::Topic
  ByShop:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: sqs
      Endpoint: arn:aws:sqs:eu-west-1:111122223333:shop
      FilterPolicy:
        shop:
          - amsterdam
          - prefix: online-
  ByBody:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: sqs
      Endpoint: arn:aws:sqs:eu-west-1:111122223333:refunds
      FilterPolicyScope: MessageBody
      FilterPolicy: '{"kind": ["refund"]}'
  Jobs:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:jobs
      FunctionName: jobs
      FilterCriteria:
        Filters:
          - Pattern: '{"body": {"urgent": [true]}}'
`;

export const TEMPLATE_MESSAGES = `{
  "messages": [
    { "name": "order", "Message": { "kind": "order" }, "MessageAttributes": { "shop": "online-3" }, "matches": ["ByShop"] },
    { "name": "refund", "Message": { "kind": "refund" }, "MessageAttributes": { "shop": "paris" }, "matches": [] }
  ]
}
`;

export const REDRIVE_TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Keep:
    Type: Number
    Default: 345600
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 45 # as long as a job takes
      MessageRetentionPeriod: !Ref Keep
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dead.Arn
        maxReceiveCount: 3
  Dead:
    Type: AWS::SQS::Queue
  Mails:
    Type: AWS::SQS::Queue
`;
