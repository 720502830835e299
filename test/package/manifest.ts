import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from './browser-files.ts';

/** One entry of the custom-elements manifest. */
export interface ManifestEntry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly fieldName?: string;
}

/** A field or a method of a class. */
export interface ManifestMember extends ManifestEntry {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly parameters?: readonly (ManifestEntry & { readonly optional?: boolean })[];
}

/** A class of the manifest, as far as the README shows it and the tests read it. */
export interface ManifestClass {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes?: readonly ManifestEntry[];
  readonly members?: readonly ManifestMember[];
  readonly events?: readonly ManifestEntry[];
  readonly slots?: readonly ManifestEntry[];
  readonly cssParts?: readonly ManifestEntry[];
  readonly cssProperties?: readonly ManifestEntry[];
  readonly cssStates?: readonly ManifestEntry[];
}

/** One of the built JSON files. */
export const readBuilt = (name: string): unknown =>
  JSON.parse(readFileSync(join(builtFolder, name), 'utf8'));

/** All classes of the built custom-elements manifest. */
export function readManifest(): readonly ManifestClass[] {
  const { modules } = readBuilt('custom-elements.json') as {
    modules: readonly { declarations: readonly ManifestClass[] }[];
  };
  return modules.flatMap(({ declarations }) => declarations);
}

/**
 * The class of a tag.
 * @throws Error where the manifest has no such tag.
 */
export function findTag(tag: string): ManifestClass {
  const found = readManifest().find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`dist/custom-elements.json does not describe ${tag}`);
  return found;
}
