// What people do: click, type, press keys, go back.
function ask(changes, { remembered = false, scroll = false } = {}) {
  state = { ...state, ...changes };
  show({ scroll });
  remember(remembered);
}

function choose(id, { scroll = true } = {}) {
  step = 0;
  quoted = null;
  ask({ record: id }, { remembered: true, scroll });
  byId("said").textContent = `${byId("lamp-name").textContent}: ${byId("lamp-count").textContent} lit in the article.`;
}

function go(by) {
  const record = records[numbers.get(state.record)];
  if (!record) return;
  step += by;
  quoted = null;
  show();
  reveal(record, pieces(record));
  byId("said").textContent = byId("lamp-count").textContent;
}

function showCard(id) {
  if (narrow.matches) pane("records");
  ask({ view: "" });
  byId(id).scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
}

function open(id) {
  if (!numbers.has(id)) return;
  choose(id, { scroll: !narrow.matches });
  showCard(id);
  byId(id).querySelector(".pick").focus({ preventScroll: true });
}

// The reading cursor: one passage at a time can be reached with the keyboard.
let cursor = null;
function point(span) {
  if (cursor) for (const name of ["tabindex", "role"]) cursor.removeAttribute(name);
  cursor = span;
  span.setAttribute("tabindex", "0");
  span.setAttribute("role", "button");
  return span;
}

function restingOn(span) {
  if (narrow.matches) pane("records");
  point(span);
  ask({ at: span.id.slice(1), record: "", link: "", view: "" }, { remembered: true });
  byId("records").scrollTop = 0;
  byId("count").scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const target = event.target;
  const link = target.closest("a[href^='#']");
  const card = target.closest(".card");
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.closest("[data-filters]")) {
    ask({ view: "" });
    byId("q").focus();
  } else if (target.closest("[data-clear]")) {
    ask({ ...empty, record: state.record, view: state.view });
  } else if (target.closest("[data-about]")) {
    ask({ about: target.closest("[data-about]").dataset.about, kind: "", at: "", link: "" });
    byId("records").scrollTop = 0;
  } else if (target.closest("[data-by]")) {
    ask({ by: target.closest("[data-by]").dataset.by, kind: "", at: "", link: "" });
    byId("records").scrollTop = 0;
  } else if (link && card && link.matches(".pick")) {
    event.preventDefault();
    choose(card.id);
  } else if (link && card && link.matches(".q")) {
    event.preventDefault();
    quoteOf(link, card);
  } else if (link && numbers.has(link.getAttribute("href").slice(1))) {
    event.preventDefault();
    open(link.getAttribute("href").slice(1));
  } else if (link) {
    // Followed by the browser, it would take the place of the state in the fragment.
    event.preventDefault();
    jump(byId(link.getAttribute("href").slice(1)));
  } else if (card && !target.closest("summary, button, a") && getSelection().isCollapsed) {
    choose(card.id);
  } else if (target.closest(".picture .edge")) {
    // Within what is asked, unless nothing of the line is.
    const edge = target.closest(".edge");
    const kept = edge.classList.contains("dim") ? empty : { ...state, at: "", record: "", view: "" };
    ask({ ...kept, link: edge.dataset.records }, { remembered: true });
    byId("records").scrollTop = 0;
  } else if (target.closest("#article span[class]:not(.gap)") && getSelection().isCollapsed) {
    const span = target.closest("#article span[class]");
    if (span.id) restingOn(span);
  }
});

function jump(place) {
  if (narrow.matches) pane(place.closest("#records") ? "records" : "article");
  place.tabIndex = -1;
  place.scrollIntoView({ block: "start", behavior: "instant" });
  place.focus({ preventScroll: true });
}

// A quote leads to its words, and the focus with it.
function quoteOf(link, card) {
  choose(card.id, { scroll: false });
  const first = passageAt(Number(link.getAttribute("href").slice(2)));
  const piece = pieces(records[numbers.get(card.id)]).findIndex(([begins, behind]) => begins <= first && first < behind);
  step = Math.max(piece, 0);
  quoted = wordsOf(link, records[numbers.get(card.id)], first);
  show();
  if (narrow.matches) pane("article");
  const span = point(passage(first));
  span.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
  span.focus({ preventScroll: true });
}

// The stretch of a quote: of those that begin where it does, the one that reads as it does.
function wordsOf(link, record, first) {
  const begun = record.marks.filter(([begins]) => begins === first);
  const read = ([, behind]) => {
    let text = "";
    for (let at = first; at < behind; at += 1) text += passage(at).textContent;
    return text;
  };
  const said = link.textContent.replace(/^“|”$/g, "");
  return begun.find((mark) => read(mark) === said) ?? begun.find(([, , exact]) => exact) ?? begun[0] ?? null;
}

form.addEventListener("input", (event) => {
  const field = event.target;
  if (!(field.name in empty)) return;
  const value = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
  ask({ [field.name]: value, record: "" });
});
form.addEventListener("submit", (event) => event.preventDefault());

byId("lamp-back").addEventListener("click", () => go(-1));
byId("lamp-on").addEventListener("click", () => go(1));
byId("lamp-record").addEventListener("click", () => open(state.record));
byId("lamp-off").addEventListener("click", () => leave());
byId("words-off").addEventListener("click", () => ask({ at: "", link: "" }));

function leave() {
  const card = state.record ? byId(state.record) : null;
  ask({ record: "", at: "", link: "" });
  if (card && !card.hidden) card.querySelector(".pick").focus({ preventScroll: true });
}

for (const button of all(".switch button")) button.addEventListener("click", () => pane(button.dataset.pane));

const tabs = all("[role=tab]");
tabs.forEach((tab, number) => {
  const turn = (to) => ask({ view: to.id === "tab-list" ? "" : to.id.slice(4) });
  tab.addEventListener("click", () => turn(tab));
  tab.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const to = tabs[(number + by + tabs.length) % tabs.length];
    turn(to);
    to.focus();
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (state.record || state.at || state.link)) {
    leave();
    return;
  }
  const at = document.activeElement;
  const span = at?.closest?.("#article span[id^=c]");
  const pick = at?.closest?.(".pick");
  if (span && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    restingOn(span);
  } else if (span && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    event.preventDefault();
    const next = passageAt(Number(span.id.slice(1))) + (event.key === "ArrowRight" ? 1 : -1);
    if (next >= 0 && next < starts.length) point(passage(next)).focus();
  } else if (pick && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const shown = all(".card:not([hidden]) .pick");
    shown[shown.indexOf(pick) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }
});

function restore() {
  state = read(location.hash);
  step = 0;
  quoted = null;
  show();
  if (state.record) {
    if (!narrow.matches) byId(state.record).scrollIntoView({ block: "center", behavior: "instant" });
    show({ scroll: true });
  }
  if (narrow.matches && !state.record && ["view", ...asking].some((name) => state[name])) pane("records");
  const span = state.at ? passage(passageAt(Number(state.at))) : null;
  if (span) point(span).scrollIntoView({ block: "center", behavior: "instant" });
}
addEventListener("popstate", restore);
addEventListener("hashchange", () => {
  if (written() !== location.hash) restore();
});

pane("article");
if (starts.length) point(passage(0));
restore();
