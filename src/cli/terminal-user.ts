import { userInfo } from 'node:os';

/** Who works at the terminal, as the audit log names it. */
export const terminalUser = (): string => `terminal:${userInfo().username}`;
