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
      // The refusal may come before the other command has done its work.
      const width = viewport?.width;
      if (width !== undefined) await page.mainFrame().waitForFunction(`innerWidth === ${width}`);
    }
  };
  return page;
}
