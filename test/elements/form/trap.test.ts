import { expect } from '@open-wc/testing';

import { FormDriver, labels } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

describe('<reader-comment-form>: the field no reader sees (A-12)', () => {
  const server = usePlayedServer();

  const trapOf = (form: FormDriver): HTMLInputElement =>
    form.root.querySelector<HTMLInputElement>('#trap')!;

  it('is out of sight, out of the order of the keyboard and out of what is read out', async () => {
    const form = await FormDriver.open();
    const trap = trapOf(form);
    expect(trap.getBoundingClientRect().width).to.be.greaterThan(0);
    expect(getComputedStyle(trap.closest('p')!).clipPath).to.equal('inset(50%)');
    expect(trap.tabIndex).to.equal(-1);
    expect(trap.closest('[aria-hidden=true]')).to.exist;
    expect(trap.autocomplete).to.equal('off');
    expect(trap.name).to.equal('');
    expect(trap.labels?.[0]?.textContent.trim()).to.equal('Để trống ô này');
  });

  it('is sent only when something stands in it', async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    expect(server.comments[0]!.body).not.to.have.property('trap');
    form.button('Gửi ý kiến khác').click();
    await form.untilCode();
    await form.fillAll({ [labels.content]: 'Một ý kiến khác.' });
    trapOf(form).value = 'https://example.com';
    await form.send();
    expect(server.comments[1]!.body['trap']).to.equal('https://example.com');
  });
});
