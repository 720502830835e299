/** What went wrong in the set-up or the running of the service. Stable; never sent to a reader. */
export type ServiceErrorCode =
  | 'SETTING_INVALID'
  | 'SETTING_UNKNOWN'
  | 'NOTICE_UNREADABLE'
  | 'WORD_LIST_UNREADABLE'
  | 'SECRET_MISSING'
  | 'SECRET_ELSEWHERE'
  | 'SECRET_TOO_SHORT'
  | 'SECRET_UNREADABLE'
  | 'DATA_FOLDER_UNWRITABLE'
  | 'DATABASE_UNKNOWN'
  | 'DATABASE_UNREADABLE'
  | 'LIBRARY_MISSING'
  | 'PORT_IN_USE'
  | 'PORT_FORBIDDEN'
  | 'HOST_UNAVAILABLE'
  | 'STATUS_CHANGE_REFUSED'
  | 'COPY_REFUSED';

/** Base of every error the service throws; the message is one sentence for whoever runs it. */
export class ServiceError extends Error {
  override readonly name: string = 'ServiceError';
  /** Tells the cases apart; the message may change. */
  readonly code: ServiceErrorCode;

  constructor(code: ServiceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
