// In served pages only: waits until the site has another edition than this page is of, and loads the page anew; not while
// somebody fills in a form of the editor (src/editor). While the content has errors, the last good page stays and they are
// laid over it.
const tell = (findings) => {
  document.getElementById("served-findings")?.remove();
  if (!findings) return;
  const box = document.createElement("section");
  const text = document.createElement("pre");
  const hide = document.createElement("button");
  box.id = "served-findings";
  box.setAttribute("role", "alert");
  box.lang = "en";
  box.dir = "ltr";
  text.textContent = findings;
  text.tabIndex = 0;
  hide.textContent = "Hide";
  hide.onclick = () => box.remove();
  Object.assign(box.style, {
    position: "fixed", inset: "auto 0 0", zIndex: 99, display: "grid", maxHeight: "60vh",
    background: "#1b1b1d", color: "#f4f4f4", borderTop: "3px solid #e5484d",
  });
  Object.assign(text.style, { margin: 0, padding: "1rem", overflow: "auto", font: "14px/1.45 ui-monospace, monospace" });
  Object.assign(hide.style, {
    position: "absolute", top: "0.5rem", right: "1rem", padding: "0.375rem 0.75rem",
    background: "#f4f4f4", color: "#1b1b1d", border: 0, borderRadius: "4px", font: "14px/1.2 sans-serif", cursor: "pointer",
  });
  box.append(text, hide);
  document.body.append(box);
};
let told = 0;
const follow = async () => {
  try {
    // Nobody looks at it, and a browser asks one host few things at once.
    if (document.hidden) await new Promise((seen) => addEventListener("visibilitychange", seen, { once: true }));
    const answer = await (await fetch(`/.changes?since=EDITION&told=${told}`)).json();
    if (answer.changed) {
      const { dataset } = document.documentElement;
      while ("editing" in dataset) await new Promise((ended) => addEventListener("editing-ended", ended, { once: true }));
      return location.reload();
    }
    if (answer.told !== told) {
      if (document.readyState === "loading") await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed, { once: true }));
      ({ told } = answer);
      tell(answer.findings);
    }
  } catch {
    await new Promise((later) => setTimeout(later, 500));
  }
  follow();
};
follow();
