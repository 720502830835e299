import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** As much of package.json as the tests read. */
export interface PackageDescription {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
  readonly 'web-types': string;
}

/** The package's own description. */
export const packageDescription: PackageDescription = JSON.parse(
  readFileSync(join(project, 'package.json'), 'utf8'),
) as PackageDescription;

/** What a finished program has said. */
export interface ProgramRun {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** The package as its users get it: packed, and unpacked into a project of its own. */
export interface PackedPackage {
  /** Folder of the project that has it. */
  readonly home: string;
  /** Folder of the package in there. */
  readonly folder: string;
  /** Paths of all files in the tarball. */
  readonly files: readonly string[];
  /** Runs Node in the project. */
  runNode(...args: readonly string[]): ProgramRun;
  /** Runs an ES module in the project and gives the JSON it writes. */
  evaluate(code: string): unknown;
  remove(): void;
}

const run = (command: string, args: readonly string[], cwd: string, shell = false): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, shell, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
};

const pack = (into: string): readonly string[] => {
  // Where npm runs the tests it says where it is; the shell finds it elsewhere, on Windows too.
  const { npm_execpath: npm } = process.env;
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into];
  const out = npm
    ? run(process.execPath, [npm, ...args], project)
    : run(`npm ${args.join(' ')}`, [], project, true);
  const [packed] = JSON.parse(out) as [{ filename: string; files: { path: string }[] }];
  run('tar', ['-xzf', packed.filename], into);
  return packed.files.map(({ path }) => path);
};

/** Packs the built package and installs it without the network: its dependencies are those of this project. */
export function installPacked(): PackedPackage {
  const home = mkdtempSync(join(tmpdir(), 'reader-comments-packed-'));
  const modules = join(home, 'node_modules');
  const folder = join(modules, packageDescription.name);
  const files = pack(home);
  mkdirSync(modules);
  renameSync(join(home, 'package'), folder);
  for (const name of Object.keys(packageDescription.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(project, 'node_modules', name), join(modules, name), 'junction');
  }
  const runNode = (...args: readonly string[]): ProgramRun => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: home,
      encoding: 'utf8',
    });
    return { exitCode: status, out: stdout, err: stderr };
  };
  return {
    home,
    folder,
    files,
    runNode,
    evaluate(code) {
      const { exitCode, out, err } = runNode('--input-type=module', '--eval', code);
      assert.equal(exitCode, 0, err);
      return JSON.parse(out);
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
