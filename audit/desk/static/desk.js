// What a page offers to the keyboard says so itself: data-key names the letter, data-do="focus" goes there instead of pressing it.
const keys = () => document.getElementById("keys");
const wanted = () => localStorage.getItem("arobase-keys") !== "off";
const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select") !== null;

document.addEventListener("keydown", (event) => {
  const at = event.target instanceof Element ? event.target : document.body;
  if (event.key === "Escape" && typing(at)) {
    at.blur();
    return;
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && at instanceof HTMLTextAreaElement) {
    event.preventDefault();
    at.form.querySelector("[data-send]").click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(at) || keys().open || !wanted()) return;
  if (event.key === "?") {
    event.preventDefault();
    keys().showModal();
    return;
  }
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.dataset.do === "focus") {
    found.focus();
    if (found instanceof HTMLTextAreaElement) found.setSelectionRange(found.value.length, found.value.length);
  } else {
    found.click();
  }
});

// A form that is on its way is not sent twice.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  if (event.target.method === "post") event.target.dataset.sent = "yes";
  setTimeout(() => delete event.target.dataset.sent, 3000);
});

function settle(first) {
  const line = document.querySelector(".line a[aria-current]");
  if (line) line.scrollIntoView({ block: "nearest", behavior: "instant" });
  const panel = document.querySelector(".panel");
  if (panel) panel.scrollTop = 0;
  if (first) return;
  const place = document.querySelector("[autofocus]") ?? document.querySelector("[data-focus]") ?? document.getElementById("main");
  place.focus({ preventScroll: innerWidth > 992 });
}

document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("keys-on");
  const show = () => document.documentElement.classList.toggle("keys-on", wanted());
  box.checked = wanted();
  box.addEventListener("change", () => {
    localStorage.setItem("arobase-keys", box.checked ? "on" : "off");
    show();
  });
  show();
  document.body.addEventListener("htmx:afterSwap", () => settle(false));
  settle(true);
});
