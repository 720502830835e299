/**
 * Asks Akismet about comments. Every comment, its author's name, email and IP address among it, goes to that service:
 * the site's privacy notice has to say so.
 * @param {{key: string, site: string, endpoint?: string}} options
 *   The key of an account, the address of the site's front page, and where Akismet answers.
 * @returns {import('reader-comments/service').FindSiteSignals} To be given to the comment service among its `signals`.
 */
export const createAkismetSignals =
  ({ key, site, endpoint = 'https://rest.akismet.com/1.1/comment-check' }) =>
  async ({ page, name, email, content }, { address, signal }) => {
    // Akismet does not judge a comment without the address it came from.
    if (address === undefined) return [];
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        api_key: key,
        blog: site,
        user_ip: address,
        comment_type: 'comment',
        comment_author: name,
        comment_author_email: email,
        comment_content: content,
        ...(page && { permalink: page.url }),
      }),
      // Another address would be shown the key.
      redirect: 'error',
      signal,
    });
    const verdict = await response.text();
    if (verdict === 'false') return [];
    if (verdict !== 'true') throw new Error('Akismet gave no verdict');
    // The header says of spam that it is beyond doubt.
    const severity = response.headers.get('x-akismet-pro-tip') === 'discard' ? 'junk' : 'hold';
    return [{ code: 'site:akismet', severity, offsets: [] }];
  };
