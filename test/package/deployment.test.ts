import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readSettings } from '../../src/service/index.ts';
import { type SettingName, settingChecks } from '../../src/service/setting-checks.ts';
import { settingVariable } from '../../src/service/setting-table.ts';
import { deployedConfig } from '../support/nginx-server.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';

const folder = fileURLToPath(new URL('../../demo/deploy/', import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));

const isThere = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A version that stays what it is: three numbers, or a digest. */
const fixedImage = /^[\w./-]+(?::\d+\.\d+(?:\.\d+)?(?:-[\w.-]+)?|@sha256:[\da-f]{64})$/;

interface ComposeService {
  readonly image: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly network_mode?: string;
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks?:
    | readonly string[]
    | Readonly<Record<string, { ipv4_address?: string } | null>>;
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

describe('the image', () => {
  const instructions = read('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
  const ofKind = (lines: readonly string[], kind: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));

  it('stands on one exact version of Node, the one the tests run on', () => {
    const { devDependencies } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
      devDependencies: { node: string };
    };
    for (const from of ofKind(instructions, 'FROM')) {
      const [image = ''] = from.split(' ');
      assert.match(image, fixedImage);
      assert.ok(image.startsWith(`node:${devDependencies.node}-`), image);
    }
  });

  it('is built apart from what runs, which holds no tools', () => {
    assert.equal(ofKind(instructions, 'FROM').length, 3);
    assert.deepEqual(
      ofKind(last, 'RUN').filter((line) => /npm|apt-get|curl|wget/.test(line)),
      [],
    );
  });

  it('does not run as root, and as the first process, so that it is told to stop', () => {
    assert.deepEqual(ofKind(last, 'USER'), ['node']);
    assert.ok(
      last.findIndex((line) => line.startsWith('USER')) >
        last.findLastIndex((line) => /^(?:RUN|COPY)/.test(line)),
    );
    const [entry = ''] = ofKind(last, 'ENTRYPOINT');
    assert.deepEqual((JSON.parse(entry) as string[]).at(0), 'node');
  });

  it('copies nothing secret, and only what its ignore file lets in', () => {
    const allowed = read('Dockerfile.dockerignore').split('\n').filter(Boolean);
    assert.equal(allowed[0], '*');
    const open = new Set(allowed.slice(1).map((line) => line.replace(/^!/, '')));
    const copied = ofKind(instructions, 'COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    for (const path of copied) {
      assert.ok(open.has(path), path);
      assert.ok(existsSync(join(folder, '../..', path)), path);
    }
    assert.doesNotMatch(read('Dockerfile'), /SECRET=|PASSWORD=|\bARG\b/);
  });

  it('says by its own Node whether it is ready, without a further program', (t) => {
    const [check = ''] = ofKind(last, 'HEALTHCHECK');
    const command = JSON.parse(check.slice(check.indexOf('CMD ') + 4)) as string[];
    assert.equal(command[0], 'node');
    assert.match(command.at(-1) ?? '', /\/health\/ready/);
    const data = makeTemporaryFolder(t);
    const nobody = spawnSync(process.execPath, command.slice(1), {
      env: { READER_COMMENTS_PORT: '1' },
      cwd: data,
    });
    assert.equal(nobody.status, 1, 'nobody listens there');
  });

  it('is made of the dependencies and the optional packages, in the versions that are tested', (t) => {
    const own = makeTemporaryFolder(t);
    copyFileSync(packageFile, join(own, 'package.json'));
    const script = join(folder, 'production-package.js');
    assert.equal(spawnSync(process.execPath, [script], { cwd: own }).status, 0);
    const made = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const given = JSON.parse(readFileSync(packageFile, 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
      peerDependencies: Record<string, string>;
    };
    const optional = Object.keys(given.peerDependencies).map((name) => [
      name,
      given.devDependencies[name],
    ]);
    assert.deepEqual(made.dependencies, { ...given.dependencies, ...Object.fromEntries(optional) });
    for (const version of Object.values(made.dependencies))
      assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.ok(!('devDependencies' in made) && !('peerDependencies' in made));
  });
});

describe('compose.yaml', () => {
  const { services, networks, volumes, secrets } = parse(read('compose.yaml'), {
    merge: true,
  }) as ComposeFile;
  const all = Object.entries(services);
  const instances = all.filter(([name]) => name.startsWith('comments-'));

  it('has a database, two instances, and nginx in front', () => {
    assert.equal(instances.length, 2);
    assert.deepEqual(
      all.filter(([, { profiles }]) => !profiles).map(([name]) => name),
      ['database', 'comments-1', 'comments-2', 'nginx'],
    );
  });

  for (const [name, service] of all) {
    it(`gives ${name} an exact image, no rights of root, and a file system it cannot write to`, () => {
      assert.match(service.image, fixedImage);
      assert.equal(service.read_only, true);
      assert.deepEqual(service.cap_drop, ['ALL']);
      assert.equal(service.cap_add, undefined);
      assert.deepEqual(service.security_opt, ['no-new-privileges:true']);
      assert.ok(!service.privileged && service.network_mode === undefined);
    });
  }

  it('keeps secrets out of variables and of the file', () => {
    for (const [name, { environment = {} }] of all) {
      for (const variable of Object.keys(environment)) {
        assert.ok(!/(?:SECRET|PASSWORD|DATABASE)$/.test(variable), `${name} ${variable}`);
      }
    }
    for (const { file } of Object.values(secrets)) assert.match(file, /^\.\/secrets\//);
    for (const [, service] of all) {
      for (const secret of service.secrets ?? []) assert.ok(secret in secrets, secret);
    }
  });

  it('names settings of the service that are there', () => {
    const names = Object.keys(settingChecks) as SettingName[];
    const known = new Set(names.map(settingVariable));
    for (const [, { environment = {} }] of instances) {
      for (const variable of Object.keys(environment)) assert.ok(known.has(variable), variable);
    }
  });

  it('waits for what each stands on, and gives each the time to stop', () => {
    for (const [, service] of instances) {
      assert.deepEqual(service.depends_on, { database: { condition: 'service_healthy' } });
      assert.equal(service.stop_grace_period, '20s');
    }
    assert.deepEqual(
      Object.values(services['nginx']?.depends_on ?? {}).map(({ condition }) => condition),
      ['service_healthy', 'service_healthy'],
    );
    assert.equal(services['database']?.healthcheck?.test[1], 'pg_isready');
  });

  it('lets the database be reached by nobody else, and keeps it in a volume', () => {
    assert.equal(networks['back']?.internal, true);
    assert.deepEqual(services['database']?.networks, ['back']);
    assert.equal(services['database']?.ports, undefined);
    const [volume = ''] = services['database']?.volumes ?? [];
    assert.ok((volume.split(':')[0] ?? '') in volumes);
    for (const [, service] of instances) assert.equal(service.ports, undefined);
  });

  it('has the addresses that nginx.conf and --trust-proxy name', () => {
    const addressOf = ({ networks: own }: ComposeService): string | undefined =>
      own && !Array.isArray(own)
        ? Object.values(own as Record<string, { ipv4_address?: string } | null>).find(
            (one) => one?.ipv4_address,
          )?.ipv4_address
        : undefined;
    const named = Array.from(
      deployedConfig.matchAll(/server (172[\d.]+):3000/g),
      (found) => found[1],
    );
    assert.deepEqual(
      instances.map(([, service]) => addressOf(service)),
      named,
    );
    const front = addressOf(services['nginx']!);
    for (const [, { environment }] of instances) {
      assert.equal(environment?.['READER_COMMENTS_TRUST_PROXIES'], front);
    }
    assert.match(services['nginx']?.ports?.[0] ?? '', /^127\.0\.0\.1:\d+:8080$/);
    assert.match(deployedConfig, /listen 8080;/);
  });
});

describe('the secrets, made as README.md says', () => {
  it('are read by the service, which finds its database by them', (t) => {
    const block = /```sh\n(install -d [^`]+)```/.exec(read('README.md'))?.[1] ?? '';
    const own = makeTemporaryFolder(t);
    const made = spawnSync('sh', ['-eu', '-c', block], { cwd: own, encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    const print =
      'console.log(JSON.stringify([process.env.READER_COMMENTS_SECRET, process.env.READER_COMMENTS_DATABASE]))';
    const args = ['--env-file=secrets/service.env', '-e', print];
    const { stdout } = spawnSync(process.execPath, args, { cwd: own, encoding: 'utf8', env: {} });
    const [secret, database] = JSON.parse(stdout) as [string, string];
    const settings = readSettings({ secret, database });
    assert.equal(settings.secret?.length, 1);
    const { username, password, host, pathname } = new URL(settings.database);
    assert.deepEqual([username, host, pathname], ['comments', 'database', '/comments']);
    const kept = readFileSync(join(own, 'secrets/postgres-password'), 'utf8');
    assert.equal(password, kept.trim());
  });
});

describe('the systemd unit', () => {
  const unit = read('reader-comments.service');
  const valueOf = (name: string): string | undefined =>
    new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];

  it('runs as nobody in particular, writes to its own folder alone, and comes back', () => {
    const expected = {
      DynamicUser: 'yes',
      StateDirectory: 'reader-comments',
      NoNewPrivileges: 'yes',
      ProtectSystem: 'strict',
      CapabilityBoundingSet: '',
      Restart: 'on-failure',
    };
    for (const [name, value] of Object.entries(expected)) assert.equal(valueOf(name), value, name);
    assert.match(valueOf('Environment') ?? '', /READER_COMMENTS_DATA=\/var\/lib\/reader-comments/);
    // Node compiles what it runs.
    assert.equal(valueOf('MemoryDenyWriteExecute'), undefined);
    assert.doesNotMatch(unit, /READER_COMMENTS_SECRET=[^…]/);
  });

  it(
    'is one systemd finds nothing wrong with',
    {
      skip: !isThere('systemd-analyze') && 'systemd-analyze is not here (systemd)',
    },
    (t: TestContext) => {
      const file = join(makeTemporaryFolder(t), 'reader-comments.service');
      writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], {
        encoding: 'utf8',
      });
      // It speaks of other units of this machine, too.
      assert.doesNotMatch(stderr, /reader-comments/);
      assert.equal(status, 0, stderr);
    },
  );
});

describe('the scripts', () => {
  for (const name of ['backup.sh', 'restore.sh']) {
    it(`${name} is in the language of sh`, () => {
      const { status, stderr } = spawnSync('sh', ['-n', join(folder, name)], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    });

    it(
      `${name} passes shellcheck`,
      {
        skip: !isThere('shellcheck') && 'shellcheck is not here (shellcheck)',
      },
      () => {
        const { status, stdout } = spawnSync('shellcheck', [join(folder, name)], {
          encoding: 'utf8',
        });
        assert.equal(status, 0, stdout);
      },
    );
  }
});
