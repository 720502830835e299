/**
 * Makes the package.json of the folder it is called in that of a service that runs: the optional packages, in the versions
 * they are tested with, become dependencies, and what is needed to build and to test goes. The lock file still holds.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const description = JSON.parse(readFileSync('package.json', 'utf8'));
const { devDependencies, peerDependencies, peerDependenciesMeta: _, ...kept } = description;
for (const name of Object.keys(peerDependencies)) kept.dependencies[name] = devDependencies[name];
writeFileSync('package.json', `${JSON.stringify(kept, null, 2)}\n`);
