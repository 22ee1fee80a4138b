// The cards. Those of a long page wait as text, which a browser reads quickly, and become elements batch by
// batch: at once where they are needed, the rest while nothing else is to do.
const batches = all(".batch");
const cards = batches.length ? new Array(records.length) : all(".card");
const batchOf = [];
const texts = [];
let fitting = records.map(() => true);

for (const batch of batches) {
  const first = records.findIndex((record) => data.kinds[record.kind] === batch.dataset.kind) + Number(batch.dataset.from);
  batch.raw = batch.querySelector("noscript").textContent.split("</li>").slice(0, -1);
  batch.numbers = batch.raw.map((_, number) => first + number);
  for (const number of batch.numbers) batchOf[number] = batch;
}

// The text is the page's own, in which whatever comes from the article is escaped.
const policy = globalThis.trustedTypes?.createPolicy("communique", { createHTML: (text) => text });

function build(batch) {
  if (!batch.raw) return;
  const text = batch.querySelector("noscript").textContent;
  batch.innerHTML = policy ? policy.createHTML(text) : text;
  batch.raw = null;
  batch.style.minHeight = "";
  all(".card", batch).forEach((card, number) => {
    cards[batch.numbers[number]] = card;
    card.hidden = !fitting[batch.numbers[number]];
  });
}

function buildSome(deadline) {
  const waiting = batches.filter((batch) => batch.raw).sort((one, other) => one.hidden - other.hidden);
  if (!waiting.length) return;
  do build(waiting.shift());
  while (waiting.length && deadline.timeRemaining() > 20);
  whenIdle(buildSome);
}

const whenIdle = globalThis.requestIdleCallback ?? ((run) => setTimeout(() => run({ timeRemaining: () => 0 }), 30));

function card(number) {
  if (!cards[number]) build(batchOf[number]);
  return cards[number];
}

const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#34;": '"', "&#39;": "'" };

function textOf(number) {
  const raw = batchOf[number]?.raw?.[number - batchOf[number].numbers[0]];
  texts[number] ??= (raw ? raw.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|amp|#34|#39);/g, (entity) => entities[entity]) : cards[number].textContent).toLowerCase();
  return texts[number];
}

// Shows the cards that fit. The first batch of each kind stands on the screen; the others keep its place.
function showCards(fit) {
  fitting = fit;
  fit.forEach((yes, number) => {
    if (cards[number] && cards[number].hidden === yes) cards[number].hidden = !yes;
  });
  const begun = new Set();
  for (const batch of batches) {
    const count = batch.numbers.filter((number) => fit[number]).length;
    batch.hidden = count === 0;
    if (count && !begun.has(batch.dataset.kind)) build(batch);
    if (count) begun.add(batch.dataset.kind);
    if (batch.raw) batch.style.minHeight = `${count * 8}rem`;
  }
  if (batches.length) whenIdle(buildSome);
}

addEventListener("beforeprint", () => batches.forEach(build));
