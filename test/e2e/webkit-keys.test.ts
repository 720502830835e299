import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { findWebKit } from '../support/find-webkit.ts';
import { typedTexts } from '../support/whole-page-form.ts';
import { openWholePageSite, type WholePageSite } from '../support/whole-page-site.ts';
import { launchWebKit, type WebKitBrowser } from '../support/whole-page-webkit.ts';

const webKit = findWebKit();

describe('keys in WebKit', { skip: webKit ? false : 'WebKit is not here' }, () => {
  let site: WholePageSite;
  let browser: WebKitBrowser;
  before(async () => {
    site = await openWholePageSite();
    browser = await launchWebKit(webKit!);
  });
  after(async () => {
    await browser?.close();
    await site.close();
  });

  it('press no button of an old page on Enter, which begins a line in the comment (A-17)', async () => {
    await browser.open(`${site.url}/tests/web-forms.html`);
    await browser.click('#content');
    await browser.press('Một', Key.ENTER, 'hai');
    assert.equal(await browser.valueOf('content'), 'Một\nhai');
    await browser.click('#name');
    await browser.press(Key.ENTER);
    await browser.waitForFocus('summary');
    assert.equal(await browser.read('searched'), 0);
    assert.equal(await browser.read('posted'), 0);
    assert.deepEqual(await browser.read('heard'), []);
  });

  it('are all a reader needs to write a comment and send it (A-1)', async () => {
    await browser.open(`${site.url}/`);
    await browser.click('#name');
    await browser.press(typedTexts.name, Key.TAB, typedTexts.address, Key.TAB);
    await browser.press(typedTexts.email, Key.TAB, typedTexts.content);
    await browser.waitFor('[part=listen-button]');
    // Past "Mã khác" and "Nghe mã".
    await browser.press(Key.TAB, Key.TAB, Key.TAB);
    await browser.waitForFocus('code');
    await browser.press(site.codes.at(-1) ?? '', Key.ENTER);
    await browser.waitForFocus('sent-heading');
    assert.deepEqual(
      site.comments().map(({ typed }) => typed),
      [typedTexts],
    );
  });
});
