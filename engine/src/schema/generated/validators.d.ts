// Made from schemas/ by `npm run generate`. Change it there.
export interface ValidationError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}
interface Validate {
  (data: unknown): boolean;
  errors: ValidationError[] | null;
}
export declare const validateMachine: Validate;
export declare const validateBranch: Validate;
export declare const validateItemProcessor: Validate;
export declare const validateStateJSONPath: Validate;
export declare const validateStateJSONata: Validate;
export declare const validateSampleFile: Validate;
export declare const validateSample: Validate;
