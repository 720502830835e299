import type { Page } from 'puppeteer-core';

/**
 * Lets a page be sized where the browser does not know how a screen is held. Puppeteer sends both commands at once: some
 * versions of Firefox take the size, and refuse the other one.
 */
export function tolerateOrientation(page: Page): Page {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    try {
      await setViewport(viewport);
    } catch (error) {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
      // The refusal may come before the other command has done its work. Asked from outside: a page may have no scripts.
      const isSized = (width: number): boolean => innerWidth === width;
      const width = viewport?.width ?? 0;
      for (let looks = 0; looks < 100; looks++) {
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        if (await page.evaluate(isSized, width)) break;
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  return page;
}
