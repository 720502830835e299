import type { Settings } from '../../settings.ts';
import { describePaths, describeSecurity } from './describe-paths.ts';
import { describeRefusals } from './describe-refusals.ts';
import { describeSchemas, readerSchemas } from './describe-schemas.ts';
import type { DescribedPart } from './described-part.ts';
import type { JsonObject } from './json-object.ts';

/** The service's description in OpenAPI 3.1, made of the schemas it answers by; `desk`: where it has one. */
export const createOpenApiDocument = (
  { path, limits, verifySecret }: Pick<Settings, 'path' | 'limits' | 'verifySecret'>,
  desk?: DescribedPart,
): JsonObject => ({
  openapi: '3.1.1',
  info: {
    title: 'reader-comments',
    description: 'Reader comments below articles. Unknown members of a body are dropped.',
    version: '1',
  },
  servers: [{ url: path }],
  paths: { ...describePaths(verifySecret !== undefined), ...desk?.paths },
  components: {
    schemas: describeSchemas({ ...readerSchemas(limits), ...desk?.schemas }),
    responses: { ...describeRefusals(), ...desk?.responses },
    securitySchemes: {
      ...describeSecurity(verifySecret !== undefined),
      ...desk?.securitySchemes,
    },
  },
});
