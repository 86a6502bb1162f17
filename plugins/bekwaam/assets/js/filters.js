// Filters lists that are complete without it: learners by words and choices, evidence by type.
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

    const apply = () => {
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        const fits =
          wanted.every((word) => text.includes(word)) &&
          choices.every((one) => !one.value || row.getAttribute(`data-bk-${one.dataset.bkChoice}`) === one.value);
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
    bar.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-bk-show]");
      if (!pressed) return;
      for (const button of bar.querySelectorAll("[data-bk-show]")) {
        button.setAttribute("aria-pressed", String(button === pressed));
      }
      const type = pressed.dataset.bkShow;
      for (const row of rows) row.hidden = Boolean(type) && row.dataset.bkType !== type;
    });
    bar.hidden = false;
  };

  // A link to a competence opens what stands folded below it.
  const openTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.matches(".bk-competence") && target.querySelector("details");
    if (folded) folded.open = true;
  };

  const start = () => {
    document.querySelectorAll("[data-bk-filter][hidden]").forEach(startLearners);
    document.querySelectorAll("[data-bk-type-filter][hidden]").forEach(startTypes);
    openTarget();
  };

  window.addEventListener("hashchange", openTarget);
  // Material's instant navigation swaps the page without loading this file again.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
