import { openCommentService, readSettings, serveComments } from 'reader-comments/service';
import { createAkismetSignals } from './akismet.js';

const { AKISMET_KEY: key, AKISMET_SITE: site } = process.env;
// Off unless there is a key: nothing leaves the house.
const signals = key && site ? [createAkismetSignals({ key, site })] : [];

const settings = readSettings({}, process.env);
const service = await openCommentService(settings, { signals });
const { url } = await serveComments({ service, settings });
console.log(`Comments at ${url}, ${signals.length > 0 ? 'with' : 'without'} Akismet`);
