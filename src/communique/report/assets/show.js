// From what is asked to what is seen.
const form = byId("filters");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 60rem)");
const nouns = { actor: ["actor", "actors"], meeting: ["meeting", "meetings"], controversy: ["controversy", "controversies"], implication: ["implication", "implications"], statement: ["statement", "statements"] };
const sizes = data.kinds.map((_, kind) => records.filter((record) => record.kind === kind).length);
let step = 0;
let quoted = null;

const counted = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

function show({ scroll = false } = {}) {
  const fit = chosen();
  const record = state.record ? records[numbers.get(state.record)] : null;
  const found = record ? pieces(record) : [];
  step = Math.min(step, Math.max(found.length - 1, 0));
  fill();
  list(fit, record);
  paint(fit, litBy(record, found[step], quoted));
  lamp(record, found);
  views();
  const asked = asking.some((name) => state[name]);
  if (state.view) drawn(state.view, fit, asked);
  byId("wanted").textContent = asked ? wanted() : "";
  if (scroll && record) reveal(record, found);
}

// On paper there are all views.
addEventListener("beforeprint", () => {
  for (const view of Object.keys(sayings)) drawn(view, chosen(), asking.some((name) => state[name]));
});

function fill() {
  // Not by the value of the group: Chromium does not take the empty one.
  for (const name of ["voice", "kind"]) for (const chip of form.elements[name]) chip.checked = chip.value === state[name];
  for (const name of ["about", "by", "sure"]) form.elements[name].value = state[name];
  form.elements.ahead.checked = Boolean(state.ahead);
  if (form.elements.q.value !== state.q) form.elements.q.value = state.q;
}

function countsOf(fit) {
  const counts = data.kinds.map(() => 0);
  fit.forEach((yes, number) => {
    if (yes) counts[records[number].kind] += 1;
  });
  return counts;
}

function list(fit, record) {
  const counts = countsOf(fit);
  // Beside each kind stands what choosing it would show, whichever is chosen now.
  const offered = state.kind ? countsOf(chosen("")) : counts;
  showCards(fit);
  for (const card of all(".chosen")) card.classList.remove("chosen");
  for (const link of all(".pick[aria-current]")) link.removeAttribute("aria-current");
  if (record) {
    const own = card(numbers.get(record.id));
    own.hidden = false;
    if (batches.length) own.closest(".batch").hidden = false;
    own.classList.add("chosen");
    own.querySelector(".pick").setAttribute("aria-current", "true");
    byId("view-network").querySelector(`[href="#${CSS.escape(record.id)}"]`)?.classList.add("chosen");
  }
  // Where claims are asked for, they come first and those who make them last.
  const actors = byId("kind-actor").parentElement;
  const before = narrowed() ? byId("nothing") : byId("kind-meeting").parentElement;
  if (actors.nextElementSibling !== before) before.before(actors);
  for (const section of all(".kind[data-kind]")) {
    const kind = data.kinds.indexOf(section.dataset.kind);
    const size = sizes[kind];
    section.querySelector("h2 .count").textContent = counts[kind] === size ? size : `${counts[kind]} of ${size}`;
    section.hidden = counts[kind] === 0 && asking.some((name) => state[name]) && !section.querySelector(".chosen");
    byId("filters").querySelector(`[data-count=${section.dataset.kind}]`).textContent = offered[kind];
  }
  byId("view-list").dataset.voice = state.voice;
  tell(counts);
}

function tell(counts) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const asked = asking.some((name) => state[name]);
  const places = searchArticle(state.q);
  const parts = counts.flatMap((count, kind) => (count ? [counted(count, ...nouns[data.kinds[kind]])] : []));
  let text = asked ? `${total.toLocaleString("en")} of ${counted(records.length, "record", "records")}` : counted(total, "record", "records");
  if (asked && parts.length) text += `: ${parts.join(", ")}`;
  if (places !== null) text += `; ${counted(places, "place", "places")} in the article`;
  if (byId("count").textContent !== text) {
    byId("count").textContent = text;
    byId("said").textContent = text;
  }
  byId("clear").hidden = !asked;
  byId("nothing").hidden = total > 0;
  byId("words").hidden = !state.at && !state.link;
  byId("words-text").textContent = state.at ? (passage(passageAt(Number(state.at)))?.textContent ?? "") : "a line of the network";
}

function lamp(record, found) {
  byId("lamp").hidden = !record;
  if (!record) return;
  byId("lamp-name").title = byId("lamp-name").textContent = byId(record.id).querySelector(".pick").textContent.replace(/\s+/g, " ").trim();
  const noun = data.kinds[record.kind] === "actor" ? ["mention", "mentions"] : ["passage", "passages"];
  byId("lamp-count").textContent = found.length > 1 ? `${step + 1} of ${counted(found.length, ...noun)}` : counted(found.length, ...noun);
  byId("lamp-back").disabled = step === 0;
  byId("lamp-on").disabled = step >= found.length - 1;
}

function views() {
  for (const tab of all("[role=tab]")) {
    const on = tab.id === `tab-${state.view || "list"}`;
    tab.setAttribute("aria-selected", on);
    tab.tabIndex = on ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !on;
  }
}

// All of a record's words in view where the window holds them, else the piece that one has stepped to.
function reveal(record, found) {
  if (!found.length) return;
  if (narrow.matches) pane("article");
  const [first, behind] = found[step];
  const start = passage(first);
  const last = passage(step === 0 ? found.at(-1)[1] - 1 : behind - 1);
  const top = start.getBoundingClientRect().top;
  const bottom = last.getBoundingClientRect().bottom;
  const room = innerHeight * 0.75;
  const shift = bottom > top && bottom - top <= room ? top - (innerHeight - (bottom - top)) / 2 : top - innerHeight * 0.22;
  const far = Math.abs(shift) > 4 * innerHeight;
  scrollBy({ top: shift, behavior: calm.matches || far ? "instant" : "smooth" });
  // What lies far off is laid out only once it is near, and may then stand elsewhere.
  if (far) requestAnimationFrame(() => start.scrollIntoView({ block: "center", behavior: "instant" }));
}

function pane(name) {
  document.body.dataset.shown = name;
  for (const button of all(".switch button")) button.setAttribute("aria-pressed", button.dataset.pane === name);
}
