import { ServiceError } from './service-error.ts';

/** The service cannot start as it was told to: the message names the setting, what is wrong and what to do. */
export class ConfigurationError extends ServiceError {
  override readonly name: string = 'ConfigurationError';
}
