import { LitElement, type PropertyDeclarations } from 'lit';

import type { ListMessages } from '../../messages/list.vi.ts';
import type { CommentSort } from '../../protocol/types.ts';
import type { RequestHeaders } from '../client.ts';

/** What a page may set on the list: its attributes and properties, with their defaults. */
export class ListOptions extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    article: {},
    lang: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    sort: {},
    timeZone: { attribute: 'time-zone' },
    newsroom: {},
    messages: { type: Object },
    withoutLikes: { type: Boolean, attribute: 'without-likes' },
    withoutReplies: { type: Boolean, attribute: 'without-replies' },
    withoutReports: { type: Boolean, attribute: 'without-reports' },
    headers: { attribute: false },
    announcer: { attribute: false },
  };

  /** URL of the comment service, the same as the form's. */
  declare endpoint: string;
  /** Id of the article, at most 512 characters; by default the canonical link, `og:url` or the page's address. */
  declare article: string;
  /** Language of the list (BCP 47); by default that of the nearest ancestor with `lang`. */
  declare lang: string;
  /** Level of the heading, 1–5; that of the dialog is one deeper. */
  declare headingLevel: number;
  /** The order at first: `newest`, `oldest` or `liked`. */
  declare sort: CommentSort;
  /** Time zone of the times (IANA); by default Asia/Ho_Chi_Minh. */
  declare timeZone: string;
  /** Name of the newsroom in the texts; by default "Tòa soạn". */
  declare newsroom: string;
  /** The page's own wording of any message; as an attribute a JSON object. */
  declare messages: Partial<ListMessages> | null;
  /** Leaves out "Thích". */
  declare withoutLikes: boolean;
  /** Leaves out "Trả lời". */
  declare withoutReplies: boolean;
  /** Leaves out "Báo vi phạm". */
  declare withoutReports: boolean;
  /** Headers added to every request: an object, or a function that makes them. */
  declare headers: RequestHeaders | undefined;
  /** A live region of the page's own that speaks in place of the list's. */
  declare announcer: Element | undefined;

  constructor() {
    super();
    this.endpoint = '';
    this.article = '';
    this.headingLevel = 2;
    this.sort = 'newest';
    this.timeZone = '';
    this.newsroom = '';
    this.messages = null;
    this.withoutLikes = false;
    this.withoutReplies = false;
    this.withoutReports = false;
  }
}
