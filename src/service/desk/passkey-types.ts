/** What a browser is asked, and the name of the question that its answer has to come with. */
export interface PasskeyQuestion {
  readonly question: string;
  /** For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
  readonly options: object;
}

/** A passkey as its editor sees it. */
export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

/** Passkeys of the editors. An answer that cannot be verified gives nothing, whatever is wrong with it. */
export interface Passkeys {
  askNew(editor: { readonly id: string; readonly name: string }): Promise<PasskeyQuestion>;
  keepNew(editorId: string, name: string, answer: PasskeyAnswer): Promise<boolean>;
  /** Asks for any passkey of this desk, so that nothing is told of who has one. */
  askKnown(): Promise<PasskeyQuestion>;
  /** @returns The id of the editor. */
  checkKnown(answer: PasskeyAnswer): Promise<string | undefined>;
  list(editorId: string): Promise<readonly ListedPasskey[]>;
  remove(editorId: string, id: string): Promise<boolean>;
}

/** What the browser says to a question: `PublicKeyCredential.toJSON()`. */
export interface PasskeyAnswer {
  readonly question: string;
  readonly response: object;
}
