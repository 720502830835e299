import type { TestRunnerCoreConfig } from '@web/test-runner';
import { SeleniumLauncher } from '@web/test-runner-selenium';
import { Builder, type ThenableWebDriver } from 'selenium-webdriver';
import type { WebKitPaths } from './find-webkit.ts';
import { startWebKitDriver, type WebKitDriver, webKitCapabilities } from './webkit-driver.ts';
import { WebKitPage } from './webkit-page.ts';

/** Keeps the browser it has started, so that the commands of the tests reach it. */
class KeepingBuilder extends Builder {
  built: ThenableWebDriver | undefined;

  override build(): ThenableWebDriver {
    this.built = super.build();
    return this.built;
  }
}

/** Runs element tests in WebKit; starts its driver before them and ends it afterwards. */
export class WebKitLauncher extends SeleniumLauncher {
  /** Only the page in front has the focus. */
  readonly concurrency = 1;
  // The commands of the tests ask launchers of this type for their page.
  override type = 'puppeteer';
  readonly #paths: WebKitPaths;
  readonly #builder: KeepingBuilder;
  #driver: WebKitDriver | undefined;

  constructor(paths: WebKitPaths) {
    const builder = new KeepingBuilder();
    builder.withCapabilities(webKitCapabilities(paths));
    super(builder);
    this.#paths = paths;
    this.#builder = builder;
  }

  override async initialize(config: TestRunnerCoreConfig): Promise<void> {
    await super.initialize(config);
    this.name = 'WebKit';
    this.#driver = await startWebKitDriver(this.#paths);
    this.#builder.usingServer(this.#driver.url);
  }

  override async startSession(id: string, url: string): Promise<void> {
    await super.startSession(id, url);
    // As large as the pages of the other browsers.
    await this.getPage().setViewport({ width: 800, height: 600 });
  }

  /** The page that tests run in. */
  getPage(): WebKitPage {
    if (!this.#builder.built) throw new Error('WebKit has not been started.');
    return new WebKitPage(this.#builder.built);
  }

  override async stop(): Promise<void> {
    await super.stop();
    await this.#driver?.stop();
  }
}
