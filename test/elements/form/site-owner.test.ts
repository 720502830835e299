import { expect, fixture } from '@open-wc/testing';

import type { ReaderCommentFormElement } from '../../../src/elements/index.ts';
import { FormDriver, until } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: what it tells whoever set it up', () => {
  const server = usePlayedServer();
  const original = Object.getOwnPropertyDescriptor(console, 'error')!;
  let told: string[] = [];

  beforeEach(() => {
    told = [];
    const value = (message: string): number => told.push(message);
    Object.defineProperty(console, 'error', { ...original, value });
  });
  afterEach(() => {
    Object.defineProperty(console, 'error', original);
  });

  it('names the attribute that is missing', async () => {
    const element = await fixture<ReaderCommentFormElement>(
      '<reader-comment-form article="bai-123" challenge="none"></reader-comment-form>',
    );
    await new FormDriver(element).touch();
    await until(() => told.length > 0, 'the message');
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('attribute "endpoint"');
  });

  it('names the setting of the service where its page may not send', async () => {
    server.answerComments(problem(403, 'origin-refused'));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain(location.origin).and.to.contain('--allow-origin');
  });

  it('is silent where all is well', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(form.state).to.equal('sent');
    expect(told).to.deep.equal([]);
  });
});
