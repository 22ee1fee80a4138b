// Which records fit what is asked.
const starts = data.starts;

// The number of the marked passage that begins at an offset, or of the next one.
function passageAt(offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function restsOn(record, passage) {
  return record.marks.some(([first, behind]) => first <= passage && passage < behind);
}

// The filters that only records with a holder, a subject and a certainty can pass.
function passes(record) {
  return (
    (!state.voice || record.voices.includes(state.voice)) &&
    (!state.about || record.about.includes(state.about)) &&
    (!state.by || record.holders.includes(Number(state.by))) &&
    (!state.sure || record.certainties.includes(state.sure)) &&
    (!state.ahead || record.ahead)
  );
}

function narrowed() {
  return Boolean(state.voice || state.about || state.by || state.sure || state.ahead);
}

function chosen(wantedKind = state.kind) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const joined = state.link ? new Set(state.link.split(" ")) : null;
  const passage = state.at ? passageAt(Number(state.at)) : -1;
  const filtered = narrowed();
  // An actor goes with what it says, and with the question that names it.
  const involved = new Set(state.about ? [state.about] : []);
  const fits = records.map((record) => {
    if (data.kinds[record.kind] === "actor") return false;
    if (filtered && !passes(record)) return false;
    if (filtered) {
      for (const one of record.holders) involved.add(data.holders[one]);
    }
    return true;
  });
  return records.map((record, number) => {
    const kind = data.kinds[record.kind];
    const fit = kind === "actor" ? !filtered || involved.has(record.id) : fits[number];
    return (
      fit &&
      (!wantedKind || kind === wantedKind) &&
      (!joined || joined.has(record.id)) &&
      (passage < 0 || restsOn(record, passage)) &&
      words.every((word) => textOf(number).includes(word))
    );
  });
}
