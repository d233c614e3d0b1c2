// Starts the app, or leaves the page as it is: every failure ends in one warning and the page's own links.
const root = document.documentElement;
const fail = (why) => {
  if ("fault" in root.dataset) return;
  root.dataset.fault = "";
  delete root.dataset.ready;
  history.replaceState(history.state, "", location.href.split("#")[0]);
  console.warn(`Article Explorer: ${why}. The page works on without it.`);
};
// A trap ends the app, never the page.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) event.preventDefault(), fail(event.message);
});
// What a network failed to bring is asked for once more: Firefox may break off what a page asks for that was come back to.
const again = (ask) => ask("").catch(() => new Promise((later) => setTimeout(later, 100)).then(() => ask("?again")));
try {
  // The page is painted first: nobody waits for the app to read, or for the first card.
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const wasm = again((mark) => fetch("WASM" + mark)).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    return new Response(answer.body, { headers: { "Content-Type": "application/wasm" } });
  });
  wasm.catch(() => {});
  const app = await again((mark) => import("JS" + mark));
  await app.default({ module_or_path: wasm });
  app.start();
} catch (error) {
  fail(error.message);
}
