import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { deskPageHeaders, renderDeskPage } from '../../../src/service/desk/desk-page.ts';

describe('the page of the desk', () => {
  it('is in the language asked for, and loads one script of its own', () => {
    const page = renderDeskPage({ path: '/comments', language: 'vi' });
    assert.match(page, /^<!doctype html>\n<html lang="vi">/);
    assert.match(page, /<title>Ý kiến bạn đọc<\/title>/);
    assert.match(page, /<reader-comments-desk endpoint="\/comments"><\/reader-comments-desk>/);
    assert.deepEqual(page.match(/(?:src|href)="[^"]*"/g), [
      'src="/comments/desk/reader-comments.desk.js"',
    ]);
    assert.match(renderDeskPage({ path: '/c', language: 'en' }), /<html lang="en">/);
  });

  it('takes the settings of a site as text', () => {
    const hostile = '"><script>alert(1)</script>';
    const page = renderDeskPage({
      path: '/comments',
      language: 'vi',
      newsroom: hostile,
      timeZone: hostile,
    });
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, /newsroom="&quot;&gt;&lt;script&gt;/);
  });

  it('is answered with a policy that runs nothing but that script', () => {
    const policy = String(deskPageHeaders['Content-Security-Policy']).split('; ');
    assert.ok(policy.includes("default-src 'none'"));
    assert.ok(policy.includes("script-src 'self'"));
    assert.ok(policy.includes("frame-ancestors 'none'"));
    assert.ok(policy.includes("require-trusted-types-for 'script'"));
    assert.ok(policy.every((one) => !one.includes('unsafe')));
    assert.equal(deskPageHeaders['Cache-Control'], 'no-store');
  });

  it('has its few styles allowed by their hash', () => {
    const [, styles = ''] =
      /<style>(.*?)<\/style>/.exec(renderDeskPage({ path: '/comments', language: 'vi' })) ?? [];
    const hash = createHash('sha256').update(styles).digest('base64');
    assert.match(
      String(deskPageHeaders['Content-Security-Policy']),
      new RegExp(`'sha256-${hash.replaceAll('+', '\\+')}'`),
    );
  });
});
