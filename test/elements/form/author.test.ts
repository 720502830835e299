import { expect } from '@open-wc/testing';

import { inspect } from '../support/accessibility.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { problem, usePlayedServer } from '../support/played-server.ts';

const author = { name: 'Trần Văn Hòa', email: 'hoa@paper.test' };
const isLocked = (form: FormDriver, label: string): boolean => form.field(label).readOnly;

describe('<reader-comment-form>: a reader the site knows (N-12)', () => {
  const server = usePlayedServer();

  const open = async (): Promise<FormDriver> => {
    const form = await FormDriver.open();
    form.element.author = author;
    await until(() => isLocked(form, labels.name), 'the lock');
    return form;
  };

  it('finds name and email filled and locked, and writes the rest', async () => {
    const form = await open();
    expect(form.field(labels.name).value).to.equal(author.name);
    expect(form.field(labels.email).value).to.equal(author.email);
    expect(isLocked(form, labels.email)).to.be.true;
    expect(isLocked(form, labels.content)).to.be.false;
    expect((await inspect(form.element)).violations).to.deep.equal([]);
    await form.touch();
    await form.fill(labels.content, 'Bài viết rất hay.');
    await form.fill(labels.code, '123456');
    await form.send();
    expect(server.comments[0]!.body).to.include(author);
  });

  it('stays locked after a comment that was not taken', async () => {
    const form = await open();
    await form.touch();
    await form.fill(labels.content, 'Bài viết rất hay.');
    await form.fill(labels.code, '123456');
    server.answerComments(problem(503, 'unavailable'));
    await form.send();
    expect(form.state).to.equal('failed');
    await until(() => isLocked(form, labels.name), 'the lock');
    expect(form.field(labels.name).value).to.equal(author.name);
  });

  it('finds them open and empty after logging out', async () => {
    const form = await open();
    form.element.author = null;
    await until(() => !isLocked(form, labels.name), 'the open fields');
    expect(form.field(labels.name).value).to.equal('');
    expect(isLocked(form, labels.email)).to.be.false;
  });

  it('leaves the fields of a guest alone', async () => {
    const form = await FormDriver.openTouched();
    await form.fill(labels.name, 'Ý');
    form.element.author = null;
    await form.element.updateComplete;
    expect(form.field(labels.name).value).to.equal('Ý');
    expect(isLocked(form, labels.name)).to.be.false;
  });
});
