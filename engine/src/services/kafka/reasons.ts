/** What Kafka's clusters, topics and consumer groups say of why something happened. */
import { duration, type Sentence } from "../sentences.ts";

export const KAFKA_REASONS: Readonly<Record<string, Sentence>> = {
  "kafka.appended": ({ partition, offset }) => `partition ${partition}, offset ${offset}`,
  "kafka.no-leader": ({ partition }) => `no broker leads partition ${partition} now; its producer tries again`,
  "kafka.not-enough-replicas": ({ partition }) =>
    `partition ${partition} has fewer replicas in sync than min.insync.replicas; its producer tries again`,
  "kafka.throttled": ({ partition }) => `partition ${partition} takes no more now; its producer tries again`,
  "kafka.behind": ({ partition }) => `records of partition ${partition} that came before it have not been taken yet`,
  "kafka.sent-again": ({ partition }) =>
    `the broker that led partition ${partition} went before others had it; its producer sends it again`,
  "kafka.delivery-timeout": () => "its producer could not hand it over within delivery.timeout.ms",
  "kafka.not-acknowledged": () => "no broker took it, and with acks=0 its producer does not hear of that",
  "kafka.truncated": () => "the only broker that had it went before others had it: acks=1 does not wait for them",
  "kafka.unclean": () => "a replica leads that was not in sync (unclean.leader.election.enable), and did not have it",
  "kafka.expired": ({ partition }) => `retention no longer keeps its segment of partition ${partition}`,
  "kafka.leader": ({ partition, from, to }) =>
    `broker ${to} leads partition ${partition}${from === undefined ? "" : `, after broker ${from}`}`,
  "kafka.leaderless": ({ partition, from }) => `nobody can lead partition ${partition} after broker ${from}`,
  "kafka.started": ({ partition, offset, durationMs }) =>
    `offset ${offset} of partition ${partition}; it takes ${duration(durationMs)}`,
  "kafka.again": () => "it had been processed and not committed by a member that has gone",
  "kafka.gave-up": ({ attempts }) => `it failed ${attempts} times`,
  "kafka.skipped": ({ partition, count }) =>
    `${count} records of partition ${partition} were deleted before the group came to read them`,
  "kafka.commit-refused": ({ member, partition }) =>
    `member ${member} no longer has partition ${partition}: what it has done will be done again`,
  "kafka.joined": ({ member }) => `member ${member} joins`,
  "kafka.left": ({ member }) => `member ${member} has left`,
  "kafka.session": ({ member }) => `member ${member} has not been heard of for session.timeout.ms`,
  "kafka.poll-interval": ({ member }) => `member ${member} has not polled for max.poll.interval.ms`,
  "kafka.rebalanced": ({ members, tookMs }) =>
    `partitions are given out to ${members} members; it took ${duration(tookMs)}`,
};
