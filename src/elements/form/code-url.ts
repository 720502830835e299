/** Where codes are asked from: as the page says, else the path of the endpoint + `/challenge`, without its query. */
export function codeUrl(options: { challengeEndpoint: string; endpoint: string }): string {
  if (options.challengeEndpoint) return options.challengeEndpoint;
  const url = new URL(options.endpoint, document.baseURI);
  return `${url.origin}${url.pathname.replace(/\/$/, '')}/challenge`;
}
