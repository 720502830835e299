import { explainRefusal } from '../../elements/form/explain.ts';
import type { Phase } from '../../elements/form/phase.ts';
import { fieldText } from '../../elements/form/problem-texts.ts';
import { refusalText } from '../../elements/form/refusal-texts.ts';
import { maxBytesPerGrapheme } from '../../protocol/limits.ts';
import { type FieldProblem, type ProblemCode, problemStatus } from '../../protocol/problem.ts';
import { createCommentDraftSchema, toFieldProblems } from '../../protocol/schemas.ts';
import type { CommentPlace } from '../../protocol/types.ts';
import { mayWrite } from '../http/origin-rule.ts';
import { readBody } from '../http/read-body.ts';
import type { ServiceContext } from '../http/service-context.ts';
import { judgeConsents } from '../rules/consent-rule.ts';
import { findShownArticle } from './article-page.ts';
import { renderDiscussion } from './discussion-page.ts';
import { showForm } from './form-page.ts';
import { privatePage } from './html-answer.ts';
import { openPageWorld, type PageOptions } from './page-world.ts';
import { problemPage } from './problem-page.ts';
import { readTypedForm, toDraft, type TypedForm } from './typed-form.ts';

/** Why a comment was not taken. */
interface Refusal {
  readonly code: ProblemCode;
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  /** Whether the post was counted, so that the next code need not be. */
  readonly isCounted?: boolean;
}

type Outcome =
  | { readonly kind: 'sent'; readonly status: 'pending' | 'published'; readonly id: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** Room for the longest comment, three bytes for each of its own (`%E1`), and for all the rest. */
const maxFormBytes = (maxContentGraphemes: number): number =>
  64 * 1024 + 3 * maxBytesPerGrapheme * maxContentGraphemes;

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

/** Takes a typed comment through the same checks as `POST /`. */
const createTake = (options: PageOptions) => {
  const schema = createCommentDraftSchema(options.settings.limits);
  return async (
    typed: TypedForm,
    place: CommentPlace | undefined,
    { req, env }: ServiceContext,
  ): Promise<Outcome> => {
    const parent = place?.thread.id ?? typed.parent;
    const author = await options.findAuthor(req.raw);
    const parsed = schema.safeParse(toDraft({ ...typed, ...author?.fields, parent }));
    if (!parsed.success) {
      return refused({ code: 'invalid-fields', errors: toFieldProblems(parsed.error) });
    }
    const draft = parsed.data;
    const consent = judgeConsents(draft, options.notices);
    if (consent.kind === 'outdated') return refused({ code: 'notice-changed' });
    if (consent.kind === 'missing') {
      return refused({ code: 'invalid-fields', errors: [{ field: 'consents', code: 'empty' }] });
    }
    const outcome = await options.postComment({
      draft,
      key: typed.key,
      origin: req.header('origin'),
      address: env.address,
      consent,
      verifiedAs: author?.verifiedAs,
    });
    if (outcome.kind === 'refused') return refused({ ...outcome, isCounted: outcome.isCodeGone });
    return { kind: 'sent', status: outcome.status, id: outcome.comment.id };
  };
};

/**
 * `POST /page`: takes the form of a browser that runs no script. A comment that was taken is answered with the address of
 * a page that says so, so that nothing is sent again with "reload"; what is refused comes back with all that was typed.
 */
export function writePage(options: PageOptions): (context: ServiceContext) => Promise<Response> {
  const { settings, reading, challenges, findArticlePage, newKey } = options;
  const take = createTake(options);
  const maxBytes = maxFormBytes(settings.limits.maxContentGraphemes);

  const showAgain = async (
    context: ServiceContext,
    typed: TypedForm,
    place: CommentPlace | undefined,
    refusal: Refusal | undefined,
  ): Promise<Response> => {
    const world = openPageWorld(options, context, typed);
    const { language, localize, addresses } = world;
    const wasHeard = typed.lastKind === 'speech' && challenges.isOffered('speech');
    const localizeProblem: typeof localize = (key, parameters) =>
      localize(wasHeard && key === 'code.wrong' ? 'code.wrong.spoken' : key, parameters);
    const phase: Phase = refusal
      ? explainRefusal(refusal, localize, {
          fieldText: (problem) => fieldText(problem, localizeProblem),
          refusalText: (one) => refusalText(one, localize, language),
        })
      : { kind: 'idle' };
    const { summary } = await reading.viewArticle(typed.article);
    const answered = place?.reply ?? place?.thread;
    const shown = findShownArticle(typed.article, await findArticlePage(typed.article), {
      request: context.req.raw,
      allowOrigins: settings.allowOrigins,
      hasComments: summary.count > 0,
    });
    const { html, hasSound } = await showForm(
      options,
      context,
      {
        // Under the same key there is another comment: what is typed now is a new one.
        typed: refusal?.code === 'key-reused' ? { ...typed, key: newKey() } : typed,
        phase,
        answered,
        closesAt: summary.closesAt,
        isCounted: refusal?.isCounted ?? false,
      },
      world,
    );
    const page = renderDiscussion(
      {
        article: summary,
        shown,
        canWrite: true,
        form: html,
        isRefused: refusal !== undefined,
        isUnlisted: true,
        canonical: addresses.page(),
      },
      world,
    );
    const { retryAfterSeconds } = refusal ?? {};
    return privatePage(page, {
      status: refusal ? problemStatus[refusal.code] : 200,
      hasSound,
      headers: retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
    });
  };

  return async (context) => {
    const { raw } = context.req;
    const unknown = openPageWorld(options, context, { article: '' });
    if (!mayWrite(raw, settings.allowOrigins)) return problemPage('origin-refused', unknown, false);
    if (!formType.test(context.req.header('content-type') ?? '')) {
      return problemPage('unsupported-media-type', unknown, false);
    }
    const body = await readBody(raw, maxBytes);
    if (!body) return problemPage('too-large', unknown, false);
    const typed = readTypedForm(new TextDecoder().decode(body), newKey);
    const found =
      typed.parent === undefined ? undefined : await reading.readPlace(typed.parent, 'newest');
    const place = found?.article.id === typed.article ? found : undefined;
    if (typed.codeKind !== undefined) return showAgain(context, typed, place, undefined);
    const outcome = await take(typed, place, context);
    if (outcome.kind === 'sent') {
      const { status: sent, id } = outcome;
      const { addresses } = openPageWorld(options, context, typed);
      const comment = sent === 'published' ? id : undefined;
      const headers = {
        Location: addresses.page({ sent, comment }, 'sent'),
        'Cache-Control': 'no-store',
      };
      return new Response(null, { status: 303, headers });
    }
    const { refusal } = outcome;
    if (refusal.errors?.some(({ field }) => field === 'article')) {
      return problemPage('invalid-query', unknown, false);
    }
    return refusal.code === 'parent-gone'
      ? showAgain(context, { ...typed, parent: undefined }, undefined, refusal)
      : showAgain(context, typed, place, refusal);
  };
}
