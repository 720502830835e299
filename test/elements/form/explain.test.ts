import { expect } from '@open-wc/testing';

import type { Refusal } from '../../../src/elements/client.ts';
import { explainRefusal } from '../../../src/elements/form/explain.ts';
import { createLocalize } from '../../../src/elements/localize.ts';
import { formAccentMessagesVi } from '../../../src/messages/form-accents.vi.ts';
import { formCheckMessagesVi } from '../../../src/messages/form-checks.vi.ts';
import { formChoiceMessagesVi } from '../../../src/messages/form-choice.vi.ts';
import { formConsentMessagesVi } from '../../../src/messages/form-consent.vi.ts';
import { formRefusalMessagesVi } from '../../../src/messages/form-refusals.vi.ts';
import { formSituationMessagesVi } from '../../../src/messages/form-situation.vi.ts';
import { formSpeechMessagesVi } from '../../../src/messages/form-speech.vi.ts';
import { formMessagesVi } from '../../../src/messages/form.vi.ts';

const localize = createLocalize(
  'vi',
  {
    ...formMessagesVi,
    ...formAccentMessagesVi,
    ...formCheckMessagesVi,
    ...formChoiceMessagesVi,
    ...formConsentMessagesVi,
    ...formRefusalMessagesVi,
    ...formSituationMessagesVi,
    ...formSpeechMessagesVi,
  },
  {},
);

const explainer = {
  fieldText: ({ field, code }: { field: string; code: string }) =>
    code === 'wrong-type' ? undefined : `${field} is ${code}`,
  refusalText: ({ code }: Refusal) => (code === 'duplicate' ? 'twice' : undefined),
};

const refusal = (code: string, members: object = {}): Refusal =>
  ({ code, ...members }) as unknown as Refusal;

describe('explainRefusal', () => {
  it('makes of field problems what is shown at the fields, in the order of the form (A-3)', () => {
    const errors = [
      { field: 'challenge.answer', code: 'wrong' },
      { field: 'name', code: 'empty' },
    ];
    expect(
      explainRefusal(refusal('invalid-fields', { errors }), localize, explainer),
    ).to.deep.equal({
      kind: 'refused',
      problems: [
        { field: 'name', code: 'empty', text: 'name is empty' },
        { field: 'challenge.answer', code: 'wrong', text: 'challenge.answer is wrong' },
      ],
    });
  });

  it('shows a refused code at its field', () => {
    expect(explainRefusal(refusal('challenge-spent'), localize, explainer)).to.deep.equal({
      kind: 'refused',
      problems: [{ field: 'challenge.answer', code: 'spent', text: 'challenge.answer is spent' }],
    });
  });

  it('has general words for a field whose problem nobody can name (C-3)', () => {
    const errors = [{ field: 'name', code: 'wrong-type' }];
    const phase = explainRefusal(refusal('invalid-fields', { errors }), localize, explainer);
    expect(phase).to.have.nested.property('problems[0].text', 'Ô này chưa đúng. Bạn xem lại');
  });

  it('has general words for everything where the checks did not load', () => {
    const errors = [{ field: 'name', code: 'empty' }];
    expect(
      explainRefusal(refusal('invalid-fields', { errors }), localize, undefined),
    ).to.have.nested.property('problems[0].text', 'Ô này chưa đúng. Bạn xem lại');
    expect(explainRefusal(refusal('duplicate'), localize, undefined)).to.have.property(
      'text',
      formMessagesVi['server.error'],
    );
  });

  it('has words for a lost connection where the checks did not load', () => {
    for (const [code, words] of [
      ['offline', formMessagesVi['net.offline']],
      ['network', formMessagesVi['net.failed']],
      ['timeout', formMessagesVi['net.timeout.unsure']],
    ]) {
      expect(explainRefusal(refusal(code!), localize, undefined)).to.deep.equal({
        kind: 'failed',
        text: words,
        canRetry: true,
      });
    }
  });

  it('takes the words of the checks before its own', () => {
    expect(explainRefusal(refusal('duplicate'), localize, explainer)).to.deep.equal({
      kind: 'failed',
      text: 'twice',
      canRetry: false,
    });
  });

  it('offers another try unless the comment itself stands in the way', () => {
    const canRetry = (code: string): boolean => {
      const phase = explainRefusal(refusal(code), localize, undefined);
      return phase.kind === 'failed' && phase.canRetry;
    };
    const moments = ['network', 'timeout', 'rate-limited', 'too-busy', 'internal-error'];
    const refused = ['duplicate', 'article-closed', 'article-refused', 'parent-gone', 'too-large'];
    expect(moments.map(canRetry)).to.deep.equal(moments.map(() => true));
    expect(refused.map(canRetry)).to.deep.equal(refused.map(() => false));
  });
});
