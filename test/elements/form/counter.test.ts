import { expect } from '@open-wc/testing';

import { FormDriver, labels } from '../support/form-driver.ts';
import { useHeldClock } from '../support/held-clock.ts';
import { usePlayedServer } from '../support/played-server.ts';

const family = '👨‍👩‍👧‍👦';

describe('<reader-comment-form>: the counter (A-7)', () => {
  usePlayedServer();
  const clock = useHeldClock();

  /** A form of ten characters whose comment field has the focus, while time stands still. */
  const openHeld = async (attributes = ''): Promise<FormDriver> => {
    const form = await FormDriver.openTouched(`max-length="10" ${attributes}`);
    clock.hold();
    form.field(labels.content).focus();
    return form;
  };

  it('is for the eye alone; the ear has the limit in the description of the field', async () => {
    const form = await FormDriver.open();
    expect(form.text('counter')).to.equal('Còn 2.000 ký tự');
    expect(form.part('counter')!.getAttribute('aria-hidden')).to.equal('true');
    expect(form.descriptionOf(labels.content)).to.deep.equal(['Tối đa 2.000 ký tự.']);
  });

  for (const [what, text, left] of [
    ['a letter with its marks as one, composed (T-4)', 'Tiếng Việt'.normalize('NFC'), 10],
    ['the same number decomposed (T-4)', 'Tiếng Việt'.normalize('NFD'), 10],
    ['a family of four as one (T-4)', family, 19],
    ['a line end as one', 'a\r\nb', 17],
    ['nothing for spaces around the text', '  a  ', 19],
  ] as const) {
    it(`counts ${what}`, async () => {
      const form = await FormDriver.openTouched('max-length="20"');
      await form.fill(labels.content, text);
      expect(form.text('counter')).to.equal(`Còn ${left} ký tự`);
    });
  }

  it('says by how much a comment is too long, and never cuts it', async () => {
    const form = await FormDriver.openTouched('max-length="10"');
    await form.type(labels.content, 'mười hai ký tự');
    expect(form.field(labels.content).value).to.equal('mười hai ký tự');
    expect(form.text('counter')).to.equal('Quá 4 ký tự');
  });

  it('is spoken when the reader pauses, not before', async () => {
    const form = await openHeld();
    await clock.advance(500);
    await form.fill(labels.content, 'tám ký t');
    await clock.advance(650);
    expect(form.announcement).to.equal('');
    await clock.advance(1000);
    expect(form.announcement).to.equal('Còn 2 ký tự');
  });

  it('is spoken once for each pause', async () => {
    const form = await openHeld();
    await form.fill(labels.content, 'tám ký t');
    await clock.advance(2000);
    form.root.querySelector('[role=status]')!.textContent = 'read';
    await clock.advance(5000);
    expect(form.announcement).to.equal('read');
  });

  it('is spoken in words of its own beyond the limit', async () => {
    const form = await openHeld();
    await form.fill(labels.content, 'mười hai ký tự');
    await clock.advance(2000);
    expect(form.announcement).to.equal('Quá 4 ký tự');
  });

  it('is not spoken below three quarters of the limit', async () => {
    const form = await openHeld();
    await form.fill(labels.content, 'bảy chữ');
    await clock.advance(2000);
    expect(form.announcement).to.equal('');
  });

  it('is spoken from where the page says: counter-threshold', async () => {
    const form = await openHeld('counter-threshold="0"');
    await form.fill(labels.content, 'a');
    await clock.advance(2000);
    expect(form.announcement).to.equal('Còn 9 ký tự');
  });

  it('is not spoken once the reader has left the field', async () => {
    const form = await openHeld();
    await form.fill(labels.content, 'tám ký t');
    await clock.advance(500);
    form.field(labels.name).focus();
    await clock.advance(5000);
    expect(form.announcement).to.equal('');
  });

  it('sees text that a program put in without an event, and speaks of it', async () => {
    const form = await openHeld();
    form.field(labels.content).value = 'chín ký t';
    await clock.advance(500);
    expect(form.text('counter')).to.equal('Còn 1 ký tự');
    await clock.advance(1000);
    expect(form.announcement).to.equal('Còn 1 ký tự');
  });

  it('leaves no timer behind when the form is taken away', async () => {
    const form = await openHeld();
    form.element.remove();
    await clock.advance(0);
    expect(clock.waiting).to.equal(0);
  });
});
