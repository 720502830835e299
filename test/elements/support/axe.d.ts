/** Has no declarations of its own; registers itself as `window.axe`. */
declare module 'axe-core/axe.min.js';
