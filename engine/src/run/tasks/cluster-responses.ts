/**
 * What the optimized integrations with EKS, EMR and SageMaker answer when all goes well. `.sync` gives what has become of
 * the thing that was made, changed or removed.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { type Response, text } from "./response.ts";

const ACCOUNT = "us-east-1:123456789012";

/** By resource type and action, as they stand in Resource. */
export const CLUSTER_RESPONSES: Readonly<Record<string, Response>> = {
  "eks:call": () => ({ ResponseBody: {}, StatusCode: 200 }),
  "eks:createCluster": (given) => ({ Cluster: eksCluster(given.Name, "CREATING") }),
  "eks:createCluster.sync": (given) => ({ Cluster: eksCluster(given.Name, "ACTIVE") }),
  "eks:createFargateProfile": (given) => ({ FargateProfile: fargateProfile(given, "CREATING") }),
  "eks:createFargateProfile.sync": (given) => ({ FargateProfile: fargateProfile(given, "ACTIVE") }),
  "eks:createNodegroup": (given) => ({ Nodegroup: nodegroup(given, "CREATING") }),
  "eks:createNodegroup.sync": (given) => ({ Nodegroup: nodegroup(given, "ACTIVE") }),
  "eks:deleteCluster": (given) => ({ Cluster: eksCluster(given.Name, "DELETING") }),
  "eks:deleteCluster.sync": (given) => ({ Cluster: eksCluster(given.Name, "DELETING") }),
  "eks:deleteFargateProfile": (given) => ({ FargateProfile: fargateProfile(given, "DELETING") }),
  "eks:deleteFargateProfile.sync": (given) => ({ FargateProfile: fargateProfile(given, "DELETING") }),
  "eks:deleteNodegroup": (given) => ({ Nodegroup: nodegroup(given, "DELETING") }),
  "eks:deleteNodegroup.sync": (given) => ({ Nodegroup: nodegroup(given, "DELETING") }),
  "eks:runJob": () => ({ ResponseBody: { apiVersion: "batch/v1", kind: "Job" }, StatusCode: 201 }),
  "eks:runJob.sync": () => ({ ResponseBody: {}, StatusCode: 200 }),
  "elasticmapreduce:addStep": () => ({ StepId: "s-00000000000001" }),
  "elasticmapreduce:addStep.sync": () => ({
    Step: { Id: "s-00000000000001", Name: "step", Status: { State: "COMPLETED" } },
  }),
  "elasticmapreduce:cancelStep": (given) => ({
    CancelStepsInfoList: [{ Status: "SUBMITTED", StepId: text(given.StepId, "s-00000000000001") }],
  }),
  "elasticmapreduce:createCluster": () => emrCluster(),
  "elasticmapreduce:createCluster.sync": () => emrCluster(),
  "elasticmapreduce:modifyInstanceFleetByName": () => ({}),
  "elasticmapreduce:modifyInstanceGroupByName": () => ({}),
  "elasticmapreduce:setClusterTerminationProtection": () => ({}),
  "elasticmapreduce:terminateCluster": () => ({}),
  "elasticmapreduce:terminateCluster.sync": () => ({}),
  "emr-containers:createVirtualCluster": (given) => ({
    Arn: `arn:aws:emr-containers:${ACCOUNT}:/virtualclusters/1`,
    Id: "1",
    Name: text(given.Name, "cluster"),
  }),
  "emr-containers:deleteVirtualCluster": (given) => ({ Id: text(given.Id, "1") }),
  "emr-containers:deleteVirtualCluster.sync": (given) => ({
    VirtualCluster: { Id: text(given.Id, "1"), State: "TERMINATED" },
  }),
  "emr-containers:startJobRun": (given) => ({
    Arn: `arn:aws:emr-containers:${ACCOUNT}:/jobruns/1`,
    Id: "1",
    VirtualClusterId: text(given.VirtualClusterId, "1"),
  }),
  "emr-containers:startJobRun.sync": (given) => ({
    JobRun: { Id: "1", State: "COMPLETED", VirtualClusterId: text(given.VirtualClusterId, "1") },
  }),
  "emr-serverless:cancelJobRun": (given) => jobRun(given),
  "emr-serverless:cancelJobRun.sync": (given) => ({ JobRun: { ...jobRun(given), State: "CANCELLED" } }),
  "emr-serverless:createApplication": (given) => ({
    ApplicationId: "1",
    Arn: `arn:aws:emr-serverless:${ACCOUNT}:/applications/1`,
    Name: text(given.Name, "application"),
  }),
  "emr-serverless:createApplication.sync": (given) => application(given, "CREATED"),
  "emr-serverless:deleteApplication": () => ({}),
  "emr-serverless:deleteApplication.sync": (given) => application(given, "TERMINATED"),
  "emr-serverless:startApplication": () => ({}),
  "emr-serverless:startApplication.sync": (given) => application(given, "STARTED"),
  "emr-serverless:startJobRun": (given) => jobRun(given),
  "emr-serverless:startJobRun.sync": (given) => ({ JobRun: { ...jobRun(given), State: "SUCCESS" } }),
  "emr-serverless:stopApplication": () => ({}),
  "emr-serverless:stopApplication.sync": (given) => application(given, "STOPPED"),
  "sagemaker:createEndpoint": (given) => ({ EndpointArn: sagemakerArn("endpoint", given.EndpointName) }),
  "sagemaker:createEndpointConfig": (given) => ({
    EndpointConfigArn: sagemakerArn("endpoint-config", given.EndpointConfigName),
  }),
  "sagemaker:createHyperParameterTuningJob": (given) => sagemakerJob("HyperParameterTuningJob", given),
  "sagemaker:createHyperParameterTuningJob.sync": (given) => finishedJob("HyperParameterTuningJob", given),
  "sagemaker:createLabelingJob": (given) => sagemakerJob("LabelingJob", given),
  "sagemaker:createLabelingJob.sync": (given) => finishedJob("LabelingJob", given),
  "sagemaker:createModel": (given) => ({ ModelArn: sagemakerArn("model", given.ModelName) }),
  "sagemaker:createProcessingJob": (given) => sagemakerJob("ProcessingJob", given),
  "sagemaker:createProcessingJob.sync": (given) => finishedJob("ProcessingJob", given),
  "sagemaker:createTrainingJob": (given) => sagemakerJob("TrainingJob", given),
  "sagemaker:createTrainingJob.sync": (given) => ({
    ModelArtifacts: { S3ModelArtifacts: "s3://bucket/model.tar.gz" },
    ...finishedJob("TrainingJob", given),
  }),
  "sagemaker:createTransformJob": (given) => sagemakerJob("TransformJob", given),
  "sagemaker:createTransformJob.sync": (given) => finishedJob("TransformJob", given),
  "sagemaker:updateEndpoint": (given) => ({ EndpointArn: sagemakerArn("endpoint", given.EndpointName) }),
};

function eksCluster(name: JsonValue | undefined, status: string): JsonObject {
  const shown = text(name, "cluster");
  return {
    Arn: `arn:aws:eks:${ACCOUNT}:cluster/${shown}`,
    // Both come with the cluster: who deletes it sees them, too.
    ...(status !== "CREATING" && { CertificateAuthority: { Data: "LS0t" }, Endpoint: `https://${shown}.example.com` }),
    Name: shown,
    Status: status,
  };
}

function fargateProfile({ ClusterName, FargateProfileName }: JsonObject, status: string): JsonObject {
  const [cluster, name] = [text(ClusterName, "cluster"), text(FargateProfileName, "profile")];
  return {
    ClusterName: cluster,
    FargateProfileArn: `arn:aws:eks:${ACCOUNT}:fargateprofile/${cluster}/${name}/1`,
    FargateProfileName: name,
    Status: status,
  };
}

function nodegroup({ ClusterName, NodegroupName }: JsonObject, status: string): JsonObject {
  const [cluster, name] = [text(ClusterName, "cluster"), text(NodegroupName, "nodes")];
  return {
    ClusterName: cluster,
    NodegroupArn: `arn:aws:eks:${ACCOUNT}:nodegroup/${cluster}/${name}/1`,
    NodegroupName: name,
    Status: status,
  };
}

function emrCluster(): JsonObject {
  return { ClusterArn: `arn:aws:elasticmapreduce:${ACCOUNT}:cluster/j-0000000000001`, ClusterId: "j-0000000000001" };
}

function jobRun({ ApplicationId, JobRunId }: JsonObject): JsonObject {
  return { ApplicationId: text(ApplicationId, "1"), JobRunId: text(JobRunId, "1") };
}

function application({ ApplicationId }: JsonObject, state: string): JsonObject {
  return { Application: { ApplicationId: text(ApplicationId, "1"), State: state } };
}

/** `kind`: how the API names the job in its fields, `TrainingJob`. */
function sagemakerJob(kind: string, given: JsonObject): JsonObject {
  const inArn = kind.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase();
  return { [`${kind}Arn`]: sagemakerArn(inArn, given[`${kind}Name`]) };
}

function finishedJob(kind: string, given: JsonObject): JsonObject {
  const name = text(given[`${kind}Name`], "job");
  return { ...sagemakerJob(kind, given), [`${kind}Name`]: name, [`${kind}Status`]: "Completed" };
}

function sagemakerArn(kind: string, name: JsonValue | undefined): string {
  return `arn:aws:sagemaker:${ACCOUNT}:${kind}/${text(name, kind)}`;
}
