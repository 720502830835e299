import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** An element as the parser of browsers makes it, in the order of the document. */
export interface ParsedElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it. */
  readonly text: string;
}

interface Node {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly value?: string;
}

// The parser that the pages are made with has it already.
const ofRenderer = createRequire(createRequire(import.meta.url).resolve('@lit-labs/ssr'));
const { parse } = (await import(pathToFileURL(ofRenderer.resolve('parse5')).href)) as {
  parse(this: void, html: string): Node;
};

const textOf = (node: Node): string =>
  node.value ?? (node.childNodes ?? []).map((child) => textOf(child)).join('');

const collect = (node: Node): ParsedElement[] => [
  ...(node.tagName === undefined
    ? []
    : [
        {
          tag: node.tagName,
          attributes: Object.fromEntries(
            (node.attrs ?? []).map(({ name, value }) => [name, value]),
          ),
          text: textOf(node),
        },
      ]),
  ...(node.childNodes ?? []).flatMap((child) => collect(child)),
];

/** All elements of a page, read as a browser reads it. */
export const parseHtml = (html: string): readonly ParsedElement[] => collect(parse(html));

/** Names of all elements and their attributes: what a template wrote, whatever texts are in it. */
export const outlineOf = (html: string): readonly string[] =>
  parseHtml(html).map(({ tag, attributes }) => `${tag} ${Object.keys(attributes).join(' ')}`);
