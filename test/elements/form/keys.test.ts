import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { FormDriver, labels } from '../support/form-driver.ts';
import { usePlayedServer } from '../support/played-server.ts';

const types = ['keydown', 'keypress', 'keyup'];

interface Press {
  readonly what: string;
  readonly init: KeyboardEventInit;
  readonly passes: boolean;
}

const presses: readonly Press[] = [
  { what: 'a letter', init: { key: 'a' }, passes: false },
  { what: 'a letter with Shift', init: { key: 'A', shiftKey: true }, passes: false },
  { what: 'a hotkey of the page', init: { key: '/' }, passes: false },
  { what: 'Enter', init: { key: 'Enter' }, passes: false },
  { what: 'Backspace', init: { key: 'Backspace' }, passes: false },
  { what: 'Space', init: { key: ' ' }, passes: false },
  { what: 'what UniKey sends', init: { key: 'Unidentified' }, passes: false },
  { what: 'what a composition sends', init: { key: 'Process', isComposing: true }, passes: false },
  { what: 'Escape', init: { key: 'Escape' }, passes: true },
  { what: 'Ctrl and a letter', init: { key: 's', ctrlKey: true }, passes: true },
  { what: 'Alt and a letter', init: { key: 'x', altKey: true }, passes: true },
  { what: 'Meta and a letter', init: { key: 'k', metaKey: true }, passes: true },
];

describe('<reader-comment-form>: keys and the page around it (A-17)', () => {
  usePlayedServer();
  let heard: Event[] = [];
  const hear = (event: Event): void => {
    heard.push(event);
  };

  beforeEach(() => {
    heard = [];
    for (const type of types) document.body.addEventListener(type, hear);
  });
  afterEach(() => {
    for (const type of types) document.body.removeEventListener(type, hear);
  });

  const pressAll = (form: FormDriver, init: KeyboardEventInit): KeyboardEvent[] =>
    Object.values(labels).flatMap((label) =>
      types.map((type) => {
        const event = new KeyboardEvent(type, {
          ...init,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        form.field(label).dispatchEvent(event);
        return event;
      }),
    );

  for (const { what, init, passes } of presses) {
    it(`${passes ? 'lets' : 'does not let'} ${what} from a text field reach the page`, async () => {
      const form = await FormDriver.open();
      const sent = pressAll(form, init);
      expect(heard).to.have.lengthOf(passes ? sent.length : 0);
    });
  }

  it('never keeps a key from doing its work in the field (T-1)', async () => {
    const form = await FormDriver.openTouched();
    const prevented = presses
      .flatMap(({ init }) => pressAll(form, init))
      .filter((event) => event.defaultPrevented);
    expect(prevented).to.have.lengthOf(0);
  });

  it('lets every key reach the page with share-keys', async () => {
    const form = await FormDriver.open('share-keys');
    const sent = presses.flatMap(({ init }) => pressAll(form, init));
    expect(heard).to.have.lengthOf(sent.length);
  });

  it('keeps Enter in the comment from pressing the button of a legacy page', async () => {
    const page = await fixture<HTMLElement>('<div><button type="button">Tìm kiếm</button></div>');
    let pressed = 0;
    page.querySelector('button')!.addEventListener('click', () => {
      pressed += 1;
    });
    page.addEventListener('keypress', (event) => {
      if (event.key !== 'Enter' || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      page.querySelector('button')!.click();
    });
    const form = await FormDriver.openTouched();
    page.append(form.element);
    await form.element.updateComplete;
    form.field(labels.content).focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'b' });
    expect(form.field(labels.content).value).to.equal('a\nb');
    expect(pressed).to.equal(0);
  });

  it('leaves the order of Tab as it is read', async () => {
    const form = await FormDriver.openTouched();
    const stops = [form.field(labels.name)];
    while (form.root.activeElement !== form.part('submit-button') && stops.length < 10) {
      await sendKeys({ press: 'Tab' });
      stops.push(form.root.activeElement as HTMLInputElement);
    }
    expect(stops.map((stop) => stop.id || stop.part.value)).to.deep.equal([
      'name',
      'address',
      'email',
      'content',
      'refresh-button',
      'code',
      'submit-button',
    ]);
  });
});
