import { html, nothing, type TemplateResult } from 'lit';
import { codeStateOf } from '../../elements/form/code-state.ts';
import { consentBoxId, consentView } from '../../elements/form/consent-view.ts';
import { formView } from '../../elements/form/form-view.ts';
import type { Phase } from '../../elements/form/phase.ts';
import { nameOf } from '../../elements/list/comment-view.ts';
import type { FieldLimits } from '../../protocol/limits.ts';
import type { Challenge, PrivacyNotice, PublishedComment } from '../../protocol/types.ts';
import { type NativeControl, toNativeForm } from './native-form.ts';
import type { PageAddresses } from './page-address.ts';
import type { PageWords } from './page-words.ts';
import { renderHtml } from './render-html.ts';
import type { TypedForm } from './typed-form.ts';

/** What a form is drawn from. */
export interface FormSection {
  readonly phase: Phase;
  readonly typed: TypedForm;
  /** Nothing while the reader has asked for too many. */
  readonly challenge: Challenge | undefined;
  /** Whether a code can be heard too. */
  readonly hasSpeech: boolean;
  /** Whether the reader may do without. */
  readonly allowsNone: boolean;
  readonly notice: PrivacyNotice | undefined;
  /** The comment that is answered. */
  readonly answered: PublishedComment | undefined;
  readonly limits: FieldLimits;
  /** Until when comments are taken, in words. */
  readonly closing: string | undefined;
}

/** The views' words for a code, as it is had here. */
const wordsFor = ({ challenge, hasSpeech }: FormSection, localize: PageWords): PageWords => {
  if (!hasSpeech) return localize;
  const isHeard = challenge?.kind === 'speech';
  return (key, parameters) => {
    if (key === 'code.hint') {
      return localize(isHeard ? 'code.hint.spoken' : 'code.hint.listen', parameters);
    }
    return localize(key === 'code.image.alt' ? 'code.image.alt.listen' : key, parameters);
  };
};

/** The bytes are in the page: no address reads a code out again. */
const soundOf = (challenge: Challenge | undefined, localize: PageWords): string | undefined =>
  challenge?.kind === 'speech'
    ? renderHtml(
        html`<audio
          controls
          aria-label=${localize('page.code.sound')}
          src="data:audio/wav;base64,${challenge.audio}"
        ></audio>`,
      )
    : undefined;

/** Leads from the picture to the sound and back, and past both; all that was typed goes along. */
const otherKindView = (
  { challenge, hasSpeech, allowsNone }: FormSection,
  localize: PageWords,
): TemplateResult | typeof nothing => {
  if (challenge?.kind === 'none') return nothing;
  const skip = allowsNone
    ? html`<button type="submit" formnovalidate name="code-kind" value="none">
        ${localize('code.skip')}
      </button>`
    : nothing;
  if (!hasSpeech) return html`${skip}`;
  const isHeard = challenge?.kind === 'speech';
  return html`<button
    type="submit"
    formnovalidate
    name="code-kind"
    value=${isHeard ? 'picture' : 'speech'}
  >
    ${localize(isHeard ? 'code.picture' : 'code.listen')}
  </button> ${skip}`;
};

const answeredView = (
  answered: PublishedComment,
  addresses: PageAddresses,
  localize: PageWords,
): TemplateResult =>
  html`<div class="answered">
    <blockquote dir="auto">${answered.content}</blockquote>
    <p><a href=${addresses.page({}, `comment-${answered.id}`)}>${localize('reply.cancel')}</a></p>
  </div>`;

const controlsOf = ({ typed, notice }: FormSection): ReadonlyMap<string, NativeControl> => {
  const { name, address, email, content, consents } = typed;
  const boxes = (notice?.consents ?? []).map((question): [string, NativeControl] => {
    const { purpose } = question;
    const isTicked = consents?.purposes.includes(purpose) ?? false;
    return [consentBoxId(question), { name: 'consents', value: purpose, isTicked }];
  });
  return new Map<string, NativeControl>([
    ['name', { name: 'name', value: name }],
    ['address', { name: 'address', value: address }],
    ['email', { name: 'email', value: email }],
    ['content', { name: 'content', value: content }],
    ['trap', { name: 'trap', value: typed.trap ?? '' }],
    // Each code has an answer of its own.
    ['code', { name: 'challenge.answer', value: '' }],
    ...boxes,
  ]);
};

const isWithoutCode = ({ challenge, allowsNone }: FormSection): boolean =>
  allowsNone && challenge?.kind === 'none';

const hiddenOf = (section: FormSection): Record<string, string> => {
  const { typed, challenge, notice } = section;
  return {
    article: typed.article,
    key: typed.key,
    ...(typed.parent !== undefined && { parent: typed.parent }),
    ...(challenge &&
      challenge.kind !== 'none' && {
        'challenge.token': challenge.token,
        'challenge.kind': challenge.kind,
      }),
    ...(isWithoutCode(section) && { 'challenge.kind': 'none' }),
    ...(notice && { 'notice.version': notice.version, 'notice.hash': notice.hash }),
    ...(typed.lang !== undefined && { lang: typed.lang }),
  };
};

/** The element's form as a native one, under a heading of its own. */
export function formSection(
  section: FormSection,
  addresses: PageAddresses,
  localize: PageWords,
): string {
  const { phase, notice, answered, limits, closing } = section;
  const heading = answered
    ? localize('reply.to', { name: nameOf(answered, localize) })
    : localize('page.write');
  const drawn = renderHtml(
    html`<div class="reader-comment-form"><section id="write" aria-labelledby="write-heading">
      <h2 part="heading" id="write-heading">${heading}</h2>
      ${answered ? answeredView(answered, addresses, localize) : nothing}
      ${closing === undefined ? nothing : html`<p part="intro">${closing}</p>`}
      ${isWithoutCode(section) ? html`<p part="intro">${localize('code.skipped')}</p>` : nothing}
      ${formView(
        {
          nameField: limits.name,
          addressField: limits.address,
          emailField: limits.email,
          maxLength: limits.maxContentGraphemes,
          contact: '',
        },
        {
          phase,
          level: 3,
          counter: '',
          code: section.challenge ? codeStateOf(section.challenge) : { kind: 'unavailable' },
          isHidden: false,
          reply: nothing,
          listening: otherKindView(section, localize),
          suggestion: nothing,
          consents: notice ? consentView(notice, phase, localize) : nothing,
          note: nothing,
        },
        { onSubmit: () => {}, onFollow: () => {} },
        wordsFor(section, localize),
      )}
    </section></div>`,
  );
  return toNativeForm(drawn, {
    action: addresses.form,
    hidden: hiddenOf(section),
    controls: controlsOf(section),
    sound: soundOf(section.challenge, localize),
    buttons: new Map([
      ['refresh-button', { name: 'code-kind', value: section.challenge?.kind ?? 'picture' }],
    ]),
  });
}
