import { LitElement, type PropertyDeclarations } from 'lit';

import type { FormMessages } from '../../messages/form.vi.ts';
import type { FieldUse } from '../../protocol/limits.ts';
import type { PrivacyNotice } from '../../protocol/types.ts';
import type { RequestHeaders } from '../client.ts';
import type { AnswerRules } from '../legacy/answer-rules.ts';
import type { ExtraFields, WireNames } from '../legacy/form-encoding.ts';

/** What a page may set on the form: its attributes and properties, with their defaults (those of `protocol/limits.ts`). */
export class FormOptions extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    challengeEndpoint: { attribute: 'challenge-endpoint' },
    article: {},
    challenge: {},
    accents: {},
    lang: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    maxLength: { type: Number, attribute: 'max-length' },
    nameField: { attribute: 'name-field' },
    addressField: { attribute: 'address-field' },
    emailField: { attribute: 'email-field' },
    newsroom: {},
    contact: {},
    messages: { type: Object },
    counterThreshold: { type: Number, attribute: 'counter-threshold' },
    withoutDraft: { type: Boolean, attribute: 'without-draft' },
    shareKeys: { type: Boolean, attribute: 'share-keys' },
    encoding: {},
    fieldNames: { type: Object, attribute: 'field-names' },
    extraFields: { type: Object, attribute: 'extra-fields' },
    answerRules: { type: Object, attribute: 'answer-rules' },
    notice: { type: Object },
    author: { attribute: false },
    headers: { attribute: false },
    announcer: { attribute: false },
  };

  /** URL that comments are posted to, exactly as it stands. */
  declare endpoint: string;
  /** URL that codes are asked from; by default the path of `endpoint` + `/challenge`. */
  declare challengeEndpoint: string;
  /** Id of the article, at most 512 characters; by default the canonical link, `og:url` or the page's address. */
  declare article: string;
  /** `picture` keeps a place for the security code, `work` none until there is one to be read, `none` asks for nothing. */
  declare challenge: 'picture' | 'work' | 'none';
  /** Vietnamese without accents: `off` lets it be, `hint` says how they are typed, `warn` (also by default) and `hold` ask once, `require` refuses it; as the server's setting. */
  declare accents: 'off' | 'hint' | 'warn' | 'hold' | 'require' | undefined;
  /** Language of the form (BCP 47); by default that of the nearest ancestor with `lang`. */
  declare lang: string;
  /** Level of the heading, 1–5; headings inside the form are one deeper. */
  declare headingLevel: number;
  /** Longest comment in graphemes; must equal the server's. */
  declare maxLength: number;
  /** Use of "Họ và tên": `required`, `optional` or `off`. */
  declare nameField: FieldUse;
  /** Use of "Địa chỉ": `required`, `optional` or `off`. */
  declare addressField: FieldUse;
  /** Use of "Email": `required`, `optional` or `off`. */
  declare emailField: FieldUse;
  /** Name of the newsroom in the texts; by default "Tòa soạn". */
  declare newsroom: string;
  /** Whom a reader who cannot use the code may write to. */
  declare contact: string;
  /** The page's own wording of any message; as an attribute a JSON object. */
  declare messages: Partial<FormMessages> | null;
  /** Percentage of the limit from which the characters left are spoken, 0–100. */
  declare counterThreshold: number;
  /** Keeps no draft in the tab's `sessionStorage`. */
  declare withoutDraft: boolean;
  /** Lets keys typed in the form reach the page's own key handlers. */
  declare shareKeys: boolean;
  /** How a comment is posted: `json` (also by default), or `form` for a backend that takes `application/x-www-form-urlencoded`. */
  declare encoding: 'json' | 'form' | undefined;
  /** With `encoding="form"`: what the backend calls each field, `null` for one it does not want; as an attribute a JSON object. */
  declare fieldNames: WireNames | null | undefined;
  /** With `encoding="form"`: fields that are sent along, or a function that makes them; as an attribute a JSON object. */
  declare extraFields: ExtraFields | null | undefined;
  /** What the answers of the site's own backend mean: rules of which the first that fits counts, or a function; as an attribute a JSON array. */
  declare answerRules: AnswerRules | null | undefined;
  /** The notice on personal data, where it does not come from the comment service; as an attribute a JSON object. */
  declare notice: PrivacyNotice | null | undefined;
  /** Name and email of a reader the site knows by its own login: both fields are filled and locked; `null` opens them again. */
  declare author: { readonly name: string; readonly email: string } | null | undefined;
  /** Headers added to every request: an object, or a function that makes them. */
  declare headers: RequestHeaders | undefined;
  /** A live region of the page's own that speaks in place of the form's. */
  declare announcer: Element | undefined;

  constructor() {
    super();
    this.endpoint = '';
    this.challengeEndpoint = '';
    this.article = '';
    this.challenge = 'picture';
    this.headingLevel = 2;
    this.maxLength = 2000;
    this.nameField = 'required';
    this.addressField = 'optional';
    this.emailField = 'required';
    this.newsroom = '';
    this.contact = '';
    this.messages = null;
    this.counterThreshold = 75;
    this.withoutDraft = false;
    this.shareKeys = false;
  }
}
