import { join } from 'node:path';
import type { ConsentPurpose } from '../src/protocol/types.ts';
import { createSqliteStore } from '../src/service/store/sqlite-store.ts';
import type { StoreTransaction } from '../src/service/store/comment-store.ts';
import { createUuidV7 } from '../src/service/uuid-v7.ts';
import { type DemoComment, demoComments } from './readers-comments.ts';

const article = 'ben-do-vam-thuan';
const msPerHour = 3_600_000;

/** What the demo's readers were shown: enough for those who agreed to it to have their place beside their name. */
const notice = {
  version: 'demo',
  locale: 'vi',
  text: 'Trang mẫu: tên, địa chỉ và ý kiến đều là hư cấu.',
  consents: [],
  hash: 'demo',
};

/** Puts published comments under the demo's article, at times before `nowMs`, unless there is any comment there by now. */
export async function seedComments(dataFolder: string, nowMs: number): Promise<void> {
  let clock = nowMs;
  const newId = createUuidV7(() => clock);
  const file = join(dataFolder, 'comments.sqlite');
  const store = await createSqliteStore({ file, now: () => clock });

  const keep = async (
    transaction: StoreTransaction,
    comment: DemoComment,
    parent: string | null,
  ): Promise<void> => {
    clock = nowMs - comment.hoursAgo * msPerHour;
    const id = newId();
    const { name, address = '', content, likes = 0, mark, replies = [] } = comment;
    const texts = { name, address, email: 'bandoc@bobai.example', content };
    const purposes: ConsentPurpose[] = address === '' ? ['process'] : ['process', 'address'];
    const consent = { notice: notice.hash, purposes };
    await transaction.insert({
      id,
      article,
      parent,
      texts,
      rawTexts: texts,
      signals: [],
      consent,
    });
    await transaction.changeStatus({ id, to: 'published', who: 'demo' });
    if (mark) await transaction.mark(id, { [mark]: true, staff: name.startsWith('Tòa soạn') });
    for (let like = 0; like < likes; like += 1) {
      // One after the other, as all that one transaction does.
      // oxlint-disable-next-line no-await-in-loop
      await transaction.like(id, `demo ${like}`);
    }
    for (const reply of replies) {
      // oxlint-disable-next-line no-await-in-loop
      await keep(transaction, reply, id);
    }
  };

  try {
    const [any] = await store.listComments({ article, limit: 1 });
    if (any) return;
    await store.transaction(async (transaction) => {
      await transaction.saveArticle(article);
      await transaction.saveNotice(notice);
      for (const comment of demoComments.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
        // oxlint-disable-next-line no-await-in-loop
        await keep(transaction, comment, null);
      }
    });
  } finally {
    await store.close();
  }
}
