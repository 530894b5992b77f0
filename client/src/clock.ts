/** When the bundle began to be read. The entries import this first: modules run in the order of their imports. */
export const bundleStartedMs = performance.now();
