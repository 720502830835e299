import assert from 'node:assert/strict';
import { parseHtml } from './html-document.ts';
import { pageOrigin, plainDraft, type TestService, testCode } from './service-fixture.ts';

/** What a browser without scripts sends of a page's form, with what a reader typed and ticked. */
export function fillForm(
  html: string,
  typed: Readonly<Record<string, string>>,
  ticked: readonly string[] = [],
): URLSearchParams {
  const fields = new URLSearchParams();
  for (const { tag, attributes, text } of parseHtml(html)) {
    const { name, type, value = '' } = attributes;
    if (name === undefined || !['input', 'textarea'].includes(tag)) continue;
    if (type === 'checkbox') {
      if (ticked.includes(value)) fields.append(name, value);
    } else {
      fields.append(name, typed[name] ?? (tag === 'textarea' ? text : value));
    }
  }
  return fields;
}

/** What readers type, with the code. */
export const typedTexts: Readonly<Record<string, string>> = {
  name: plainDraft.name,
  address: plainDraft.address ?? '',
  email: plainDraft.email,
  content: plainDraft.content,
  'challenge.answer': testCode,
};

/** Sends a form as a browser does. */
export const sendForm = (
  paper: Pick<TestService, 'send'>,
  fields: URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  paper.send('/page', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: pageOrigin,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: fields.toString(),
  });

/** The page of an article; three seconds pass, as for a quick reader. */
export async function openPage(paper: TestService, query = 'article=bai-123'): Promise<string> {
  const response = await paper.send(`/page?${query}`);
  assert.equal(response.status, 200);
  paper.pass(3);
  return response.text();
}
