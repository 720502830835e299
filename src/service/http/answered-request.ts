/** A request that was answered, in words that tell nothing of who sent it and what is in it. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  /** Pattern of the route that answered, such as `/comments/:id/like`: never the path itself; empty where none did. */
  readonly route: string;
  readonly status: number;
  /** How long the answer took to begin, in milliseconds. */
  readonly ms: number;
  /** Whether the connection ended before the answer was whole. */
  readonly isCut: boolean;
}

/** Is told of every answered request. */
export type OnAnswer = (answered: AnsweredRequest) => void;
