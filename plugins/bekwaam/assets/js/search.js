// Finds evidence in a school with too much of it for one index: loads the part with words like one typed.
(() => {
  "use strict";

  const query = document.querySelector('[data-md-component="search-query"]');
  const result = document.querySelector('[data-md-component="search-result"]');
  const config = document.getElementById("__config");
  if (!query || !result || !config) return;

  const base = new URL(`${JSON.parse(config.textContent).base}/`, location.href);
  const most = 5;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const start = (word) =>
    [...word].slice(0, 3).map((one) => (one < "\u0080" ? one : `-${one.codePointAt(0).toString(16)}`)).join("");

  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) {
      const answer = fetch(new URL(`search/evidence/${name}.json`, base)).then((one) => one.json());
      loaded.set(name, answer.catch(() => null));
    }
    return loaded.get(name);
  };

  const box = document.createElement("div");
  box.className = "bk-found";
  box.hidden = true;
  // The theme keeps its own list last.
  result.insertBefore(box, result.lastElementChild);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const item = ([address, title, of]) => {
    const link = element("a", "md-search-result__link");
    link.href = new URL(address, base);
    const text = element("article", "md-search-result__article md-typeset");
    text.append(element("h2", "", title), element("p", "", of));
    link.append(text);
    const row = element("li", "md-search-result__item");
    row.append(link);
    return row;
  };

  let shown;
  const show = (words, part, found) => {
    const said = `${words.label}: ${found.length}${part.all ? "" : `. ${words.more}`}`;
    const first = found.slice(0, most);
    const now = JSON.stringify([said, first]);
    // What is there already stays: somebody may have gone on to it with the keyboard.
    if (now !== shown) {
      const list = element("ol", "md-search-result__list");
      list.append(...first.map(item));
      box.replaceChildren(element("p", "bk-found-label", said), list);
      shown = now;
    }
    box.hidden = found.length === 0;
  };

  let asked = 0;
  const search = async () => {
    const number = ++asked;
    const wanted = wordsOf(query.value);
    const longest = wanted.reduce((one, other) => (other.length > one.length ? other : one), "");
    if (longest.length < 3) {
      box.hidden = true;
      return;
    }
    const known = await load("starts");
    const name = start(longest);
    const part = known?.starts.includes(name) ? await load(name) : null;
    if (number !== asked) return;
    const found = (part?.found ?? []).filter(([, title, of]) => {
      const own = wordsOf(`${title} ${of}`);
      return wanted.every((word) => own.some((one) => one.startsWith(word)));
    });
    if (part) show(known, part, found);
    else box.hidden = true;
  };

  let waiting;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  query.form?.addEventListener("reset", () => setTimeout(search));
})();
