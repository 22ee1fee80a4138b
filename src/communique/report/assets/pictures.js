// The pictures follow the filters: what does not fit is dim in the drawing and absent from the table.
const sayings = { timeline: ["row", "rows"], network: ["line", "lines"] };

// What is asked, in the words of the form.
function wanted() {
  const label = (name) => form.querySelector(`[name=${name}][value="${state[name]}"]`).nextElementSibling.firstChild.textContent;
  const chosen = (name) => form.elements[name].selectedOptions[0].text;
  const parts = [];
  if (state.voice) parts.push(label("voice"));
  if (state.kind) parts.push(nouns[state.kind][1]);
  if (state.about) parts.push(`about ${chosen("about")}`);
  if (state.by) parts.push(`said by ${chosen("by")}`);
  if (state.sure) parts.push(chosen("sure"));
  if (state.ahead) parts.push("only the future");
  if (state.q) parts.push(`with “${state.q}”`);
  if (state.at) parts.push("resting on the chosen words");
  if (state.link) parts.push("of the chosen line");
  return parts.join(", ");
}

// A line from a holder to those concerned is one side of a matter: the matter fits where any of its sides does.
function sided({ side, ends }) {
  if (!side) return true;
  const by = state.by ? data.holders[Number(state.by)] : "";
  return (!state.voice || state.voice === "reported" || state.voice === side) && (!by || by === ends.split(" ")[0]);
}

function drawn(view, fit, asked) {
  const root = byId(`view-${view}`);
  const line = byId(`asked-${view}`);
  if (!line) return;
  const fits = (id) => !asked || fit[numbers.get(id)];
  const lit = new Set();
  let fitting = 0;
  const marks = all(view === "timeline" ? ".picture .entry" : ".picture .edge", root);
  for (const mark of marks) {
    const ids = mark.dataset.records?.split(" ") ?? [idOf(mark)];
    const yes = ids.some(fits) && sided(mark.dataset);
    mark.classList.toggle("dim", !yes);
    if (!yes) continue;
    fitting += 1;
    for (const end of mark.dataset.ends?.split(" ") ?? []) lit.add(end);
  }
  for (const node of all(".picture .node", root)) node.classList.toggle("dim", !fits(idOf(node)) && !lit.has(idOf(node)));
  for (const row of all("tbody tr", root)) {
    const links = all(view === "timeline" ? "a" : ".entry-of", row);
    for (const link of links) link.hidden = !fits(idOf(link)) || !sided(row.dataset);
    row.hidden = links.every((link) => link.hidden);
  }
  line.hidden = !asked;
  const [one, many] = sayings[view];
  line.firstElementChild.textContent = `${wanted()}: ${fitting} of ${counted(marks.length, one, many)} ${fitting === 1 ? "fits" : "fit"}; the rest is dim.`;
}

const idOf = (link) => link.getAttribute("href").slice(1);
