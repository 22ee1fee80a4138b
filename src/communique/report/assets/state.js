// What is asked: the fields of the form, the record or the words that are chosen. It lives in the fragment
// of the address, so that a view can be shared and the back button works.
const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const data = JSON.parse(byId("data").textContent);
const records = data.records;
const numbers = new Map(records.map((record, number) => [record.id, number]));

const empty = { q: "", voice: "", kind: "", about: "", by: "", sure: "", ahead: "", at: "", link: "", record: "", view: "" };
const asking = ["q", "voice", "kind", "about", "by", "sure", "ahead", "at", "link"];
let state = { ...empty };

function read(fragment) {
  const text = fragment.replace(/^#/, "");
  // A plain anchor, as links have it where no script runs.
  if (/^c[0-9]+$/.test(text)) return { ...empty, at: text.slice(1) };
  const whole = decode(text);
  if (numbers.has(whole)) return { ...empty, record: whole };
  const found = new URLSearchParams(text);
  const next = { ...empty };
  for (const name of Object.keys(empty)) {
    const value = found.get(name) ?? "";
    if (possible(name, value)) next[name] = value;
  }
  return next;
}

// A fragment may come from another article or from anyone: what this page does not offer is left out.
function possible(name, value) {
  const field = byId("filters").elements[name];
  if (name === "view") return ["", "timeline", "network"].includes(value);
  if (name === "record") return numbers.has(value);
  if (name === "at") return /^[0-9]*$/.test(value);
  if (field instanceof RadioNodeList) return [...field].some((input) => input.value === value);
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.value === value);
  return true;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function written() {
  const kept = Object.entries(state).filter(([, value]) => value);
  return kept.length ? `#${new URLSearchParams(kept)}` : "";
}

// A choice is a step that the back button takes back; what is typed or ticked is not.
function remember(step) {
  const address = written();
  if (address === location.hash) return;
  history[step ? "pushState" : "replaceState"](null, "", address || location.pathname + location.search);
}
