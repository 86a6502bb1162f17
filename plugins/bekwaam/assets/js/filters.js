// Filters, sorts and folds what is complete without it: learners by words and choices, evidence by type.
(() => {
  "use strict";

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const startLearners = (form) => {
    const list = form.parentElement.querySelector("[data-bk-list]");
    const none = form.parentElement.querySelector("[data-bk-none]");
    const count = form.querySelector("[data-bk-count]");
    const words = form.querySelector("[data-bk-words]");
    const choices = [...form.querySelectorAll("[data-bk-choice]")];
    const rows = [...list.children].map((row) => ({
      row,
      text: fold(row.querySelector(".bk-person-row-text").textContent),
    }));

    const chosen = (row, one) => {
      const value = row.getAttribute(`data-bk-${one.dataset.bkChoice}`);
      return "bkSeveral" in one.dataset ? value.split(" ").includes(one.value) : value === one.value;
    };

    const sort = form.querySelector("[data-bk-sort]");
    let order = "";
    const arrange = () => {
      if (!sort || sort.value === order) return;
      order = sort.value;
      const number = ({ row }) => Number(row.getAttribute(`data-bk-${order}`));
      // The page has them by name; sorting is stable, so equals stay that way.
      list.append(...(order ? [...rows].sort((a, b) => number(b) - number(a)) : rows).map(({ row }) => row));
    };

    const apply = () => {
      arrange();
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        const fits =
          wanted.every((word) => text.includes(word)) &&
          choices.every((one) => !one.value || chosen(row, one));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      none.hidden = shown > 0;
      count.textContent = shown === 1 ? count.dataset.bkOne : count.dataset.bkMany.replace("{n}", shown);
    };

    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    form.hidden = false;
    apply();
  };

  const startTypes = (bar) => {
    const rows = [...bar.parentElement.querySelectorAll("[data-bk-type]")];
    const list = bar.parentElement.querySelector("[data-bk-first]");
    bar.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-bk-show]");
      if (!pressed) return;
      for (const button of bar.querySelectorAll("[data-bk-show]")) {
        button.setAttribute("aria-pressed", String(button === pressed));
      }
      const type = pressed.dataset.bkShow;
      if (list) list.classList.toggle("bk-rows--first", !type && Boolean(list.nextElementSibling));
      for (const row of rows) row.hidden = Boolean(type) && row.dataset.bkType !== type;
    });
    bar.hidden = false;
  };

  // A long list shows its first rows, and a button for the others; paper shows them all.
  const startFirst = (list) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bk-button bk-show-all";
    button.textContent = list.dataset.bkAll;
    button.addEventListener("click", () => {
      const next = list.children[Number(list.dataset.bkFirst)];
      list.classList.remove("bk-rows--first");
      button.remove();
      next.querySelector("a")?.focus();
    });
    list.classList.add("bk-rows--first");
    list.after(button);
    list.dataset.bkStarted = "";
  };

  // A link to a competence opens what stands folded below it, and a link to a folded part opens that.
  const openTarget = () => {
    let target = null;
    try {
      target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // an address that somebody mistyped
    }
    if (!target) return;
    const folded = target.matches(".bk-competence") ? target.querySelector("details") : target.closest("details");
    if (!folded || folded.open) return;
    folded.open = true;
    target.scrollIntoView();
  };

  // Material's search is a dialog without a name.
  const nameSearch = () => {
    const dialog = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    const name = dialog?.querySelector("input[aria-label]")?.getAttribute("aria-label");
    if (name) dialog.setAttribute("aria-label", name);
  };

  const start = () => {
    document.querySelectorAll("[data-bk-filter][hidden]").forEach(startLearners);
    document.querySelectorAll("[data-bk-type-filter][hidden]").forEach(startTypes);
    document.querySelectorAll("[data-bk-first]:not([data-bk-started])").forEach(startFirst);
    if (matchMedia("(min-width: 48em)").matches) {
      for (const one of document.querySelectorAll("details[data-bk-wide]")) one.open = true;
    }
    nameSearch();
    openTarget();
  };

  window.addEventListener("hashchange", openTarget);
  // Material's instant navigation swaps the page without loading this file again.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
