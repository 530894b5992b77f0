/**
 * What an HTTP or HTTPS endpoint is sent: a notification, or the question whether it wants to be subscribed.
 * https://docs.aws.amazon.com/sns/latest/dg/http-header.html
 */
import { messageIdOf } from "../message-id.ts";
import { envelopeOf, type Publication, textFor } from "./publication.ts";

export interface HttpRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type MessageType = "Notification" | "SubscriptionConfirmation" | "UnsubscribeConfirmation";

function headersOf(type: MessageType, messageId: string, topicArn: string): Record<string, string> {
  return {
    "Content-Type": "text/plain; charset=UTF-8",
    "User-Agent": "Amazon Simple Notification Service Agent",
    "X-Amz-Sns-Message-Id": messageId,
    "X-Amz-Sns-Message-Type": type,
    "X-Amz-Sns-Topic-Arn": topicArn,
  };
}

export function notificationRequest(
  publication: Publication,
  protocol: string,
  topicArn: string,
  subscriptionArn: string,
  isRaw: boolean,
): HttpRequest {
  const headers = {
    ...headersOf("Notification", messageIdOf(publication.message.number), topicArn),
    "X-Amz-Sns-Subscription-Arn": subscriptionArn,
    ...(isRaw && { "X-Amz-Sns-Rawdelivery": "true" }),
  };
  const body = isRaw ? textFor(protocol, publication) : envelopeOf(publication, protocol, topicArn, subscriptionArn);
  return { headers, body };
}

/** `number`: of the confirmation, for its id and token. */
export function confirmationRequest(
  type: "SubscriptionConfirmation" | "UnsubscribeConfirmation",
  number: number,
  topicArn: string,
  epochMs: number,
): HttpRequest {
  const messageId = messageIdOf(number);
  const token = messageId.replaceAll("-", "");
  const message =
    type === "SubscriptionConfirmation"
      ? `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`
      : `You have chosen to deactivate subscription to the topic ${topicArn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`;
  const body = {
    Type: type,
    MessageId: messageId,
    Token: token,
    TopicArn: topicArn,
    Message: message,
    SubscribeURL: `https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=${token}`,
    Timestamp: new Date(epochMs).toISOString(),
    SignatureVersion: "1",
    Signature: "EXAMPLE",
    SigningCertURL: "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-example.pem",
  };
  return { headers: headersOf(type, messageId, topicArn), body: JSON.stringify(body, null, 2) };
}
