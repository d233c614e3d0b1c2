// In served pages only: waits until the site has another edition than this page is of, and loads the page anew.
const follow = async () => {
  try {
    // Nobody looks at it, and a browser asks one host few things at once.
    if (document.hidden) await new Promise((seen) => addEventListener("visibilitychange", seen, { once: true }));
    const answer = await fetch("/.changes?since=EDITION");
    if ((await answer.text()) === "changed") return location.reload();
  } catch {
    await new Promise((later) => setTimeout(later, 500));
  }
  follow();
};
follow();
