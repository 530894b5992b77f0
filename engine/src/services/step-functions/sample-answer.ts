/** What a service answers to a call that has gone well, where nothing of the answer is simulated. */
import type { JsonValue } from "../../json.ts";
import { sdkSample } from "../../run/guess/sdk-sample.ts";
import { taskResource } from "../../run/resources.ts";
import { serviceResponse } from "../../run/tasks/service-responses.ts";
import type { TaskCall } from "../../run/types.ts";

export function sampleAnswer({ resource, arguments: given }: TaskCall): JsonValue {
  const { resourceType, resource: action } = taskResource(resource);
  return serviceResponse(resourceType, action, given) ?? sdkSample(resourceType, action) ?? {};
}
