// The strokes under the text, and the light on the words of the record that is chosen.
const letters = data.kinds.map((kind) => kind[0]);
let strokes = null;
let lights = new Uint8Array(starts.length);
const LIT = 1;
const EXACT = 2;
const HERE = 4;

function passage(number) {
  return byId(`c${starts[number]}`);
}

// For each passage two bits a kind: some record rests on it; its very words are a field of one.
function strokesOf(fit, bare = false) {
  const found = new Uint16Array(starts.length);
  records.forEach((record, number) => {
    if (!fit[number] || (bare && letters[record.kind] === "a")) return;
    for (const [first, behind, exact] of record.marks) {
      const bit = 1 << (2 * record.kind + exact);
      for (let at = first; at < behind; at += 1) found[at] |= bit;
    }
  });
  return found;
}

const looks = new Map();
function look(stroke, light) {
  const key = stroke * 8 + light;
  if (!looks.has(key)) {
    const names = [];
    letters.forEach((letter, kind) => {
      const bits = (stroke >> (2 * kind)) & 3;
      if (bits) names.push(letter + (bits & 2 ? 2 : 1));
    });
    if (light & LIT) names.push("lit");
    if (light & EXACT) names.push("exact");
    if (light & HERE) names.push("here");
    looks.set(key, names.join(" "));
  }
  return looks.get(key);
}

function paint(fit, lit) {
  // Where only some claims are asked for, the mentions of whoever makes them would drown them.
  const next = strokesOf(fit, narrowed() && state.kind !== "actor");
  // As the page comes, every record has its strokes.
  const before = strokes ?? strokesOf(records.map(() => true));
  for (let at = 0; at < starts.length; at += 1) {
    if (before[at] !== next[at] || lights[at] !== lit[at]) passage(at).className = look(next[at], lit[at]);
  }
  strokes = next;
  lights = lit;
}

// The pieces of evidence to step through, in the order of the text: passages, or mentions of an actor.
function pieces(record) {
  const around = record.marks.filter(([, , exact]) => !exact);
  const found = (around.length ? around : record.marks).filter(([first, behind]) => first < behind);
  return found.filter(([first, behind], number) => !number || found[number - 1][0] !== first || found[number - 1][1] !== behind);
}

// Where one quote of a record was followed, only its words have the strongest light, and the others less.
function litBy(record, piece, quoted) {
  const found = new Uint8Array(starts.length);
  if (!record) return found;
  const words = quoted ? LIT | HERE : LIT | EXACT;
  for (const [first, behind, exact] of record.marks) {
    for (let at = first; at < behind; at += 1) found[at] |= exact ? words : LIT;
  }
  if (quoted) for (let at = quoted[0]; at < quoted[1]; at += 1) found[at] = LIT | EXACT;
  else if (piece && pieces(record).length > 1) for (let at = piece[0]; at < piece[1]; at += 1) found[at] |= HERE;
  return found;
}
