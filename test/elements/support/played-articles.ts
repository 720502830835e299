import type { DeskArticleSettings, DeskModes } from '../../../src/protocol/desk-articles.ts';

type Answer = readonly [status: number, json?: unknown];

/** Plays the settings of one article and the modes of the site, each with its version. */
export class PlayedArticles {
  article: DeskArticleSettings = {
    id: 'bai-123',
    title: 'Đường ven sông mở lại',
    url: 'https://bao.example/bai-123',
    version: 4,
    state: null,
    closesAt: null,
    mode: null,
    section: 'Thể thao',
    count: 12,
    inForce: {
      state: 'open',
      closesAt: '2026-12-08T05:00:00.000Z',
      mode: 'post',
      modeFrom: 'section',
    },
    autoCloseDays: 14,
  };
  modes: DeskModes = {
    version: 'first',
    site: null,
    setting: 'pre',
    sections: [
      { name: 'Giải trí', mode: null },
      { name: 'Thể thao', mode: 'post' },
    ],
  };

  /** The answer, where the path is one of these. */
  play(request: string, path: string, body: Record<string, unknown>): Answer | undefined {
    if (path.startsWith('/articles/')) return this.#playArticle(request, path, body);
    if (path === '/modes') return this.#playModes(request, body);
    return undefined;
  }

  #playArticle(request: string, path: string, body: Record<string, unknown>): Answer {
    const { article } = this;
    if (decodeURIComponent(path.slice('/articles/'.length)) !== article.id) {
      return [404, { code: 'not-found' }];
    }
    if (request.startsWith('GET')) return [200, article];
    if (body['version'] !== article.version) {
      const last = { at: '2026-11-29T00:00:00.000Z', who: 'Lê Văn Cường', action: 'article' };
      return [409, { code: 'version-changed', conflict: { article, last } }];
    }
    this.article = { ...article, ...body, version: article.version + 1 };
    return [200, this.article];
  }

  #playModes(request: string, body: Record<string, unknown>): Answer {
    const { modes } = this;
    if (request.startsWith('GET')) return [200, modes];
    if (body['version'] !== modes.version) {
      return [409, { code: 'version-changed', conflict: { modes } }];
    }
    this.modes = { ...modes, version: 'second' };
    return [200, this.modes];
  }
}
