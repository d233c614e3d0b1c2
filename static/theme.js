try {
  // Settings are kept under the site's path, since sites on one origin share the storage (src/platform/storage.rs).
  const root = document.documentElement;
  const site = new URL(root.dataset.root, location).pathname;
  for (const name of ["theme", "size", "width", "marks", "plain", "peeks", "skim", "keys", "find", "print"]) {
    const value = localStorage.getItem(`${site} ${name}`);
    if (value) root.dataset[name] = value;
  }
} catch {}
