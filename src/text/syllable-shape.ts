// Vietnamese has some 1,600 syllables when accents are left out. As a list they would be a third of all a page loads for
// the form; this lets through what the list does, and next to nothing more.
const shape =
  /^(?:[bdlmrsvx]|[ckpt]?h|[ckp]|gh?|gi|nh?|ngh?|qu|tr?)?(?:a(?:ch?|[imopuy]|n[gh]?|t)?|e(?:ch?|[mopu]|n[gh]?|t)?|i(?:ch?|[ampu]|nh?|t|e(?:[cmptu]|ng?))?|o(?:[cimpt]|ng?|a(?:ch?|[imopy]|n[gh]?|t)?|e[not]?|o(?:c|ng))?|u(?:[cimptu]|ng?|a(?:ng?|[ty])?|e(?:ch|nh?)?|o(?:[cimptu]|ng?)?|y(?:ch|nh?|[aptu]|e[nt])?)?|y(?:nh?|t|e(?:[mtu]|ng?))?)$/i;

/** Whether a word of ASCII letters has the shape of one Vietnamese syllable whose accents were left out. */
export const hasSyllableShape = (word: string): boolean => shape.test(word);
