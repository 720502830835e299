import {
  closeOnSignal,
  openCommentService,
  readSettings,
  ServiceError,
} from '../src/service/index.ts';
import { serveOrClose } from '../src/cli/serve-or-close.ts';
import { createDemoSite } from './demo-site.ts';
import { seedComments } from './seed-comments.ts';

/** The demo: its pages and the comment service behind them. Settings as for `reader-comments serve`, from READER_COMMENTS_*. */
async function runDemo(): Promise<void> {
  const settings = readSettings({}, process.env);
  await seedComments(settings.data, Date.now());
  const service = await openCommentService(settings);
  const pages = createDemoSite(service, settings.path);
  const server = await serveOrClose({ service, settings, pages });
  const ended = closeOnSignal(server);
  process.stdout.write(
    [
      '',
      `  Open http://localhost:${server.port} and send a comment.`,
      `  Other pages, an old one and five looks among them: http://localhost:${server.port}/trang-mau.html`,
      '',
      `  It waits for the newsroom. Read and publish it in another terminal:`,
      `    npx reader-comments comments list --data ${settings.data}`,
      `    npx reader-comments comments publish ID --data ${settings.data}`,
      '',
      `  Stop with Ctrl+C.`,
      '',
    ].join('\n'),
  );
  await ended;
}

try {
  await runDemo();
} catch (error) {
  if (!(error instanceof ServiceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
