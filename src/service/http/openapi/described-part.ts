import type { ZodType } from 'zod';
import type { JsonObject } from './json-object.ts';

/** A part of the service in its description. */
export interface DescribedPart {
  readonly paths: Readonly<Record<string, JsonObject>>;
  readonly schemas: Readonly<Record<string, ZodType>>;
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly securitySchemes: JsonObject;
}
