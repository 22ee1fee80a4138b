// Where the words that are searched for stand in the article: lit by the browser, without touching the text.
const blocks = all("#article :is(h1, h2, h3, h4, h5, h6, p)");
let contents = null;

function searchArticle(asked) {
  if (!("highlights" in CSS)) return null;
  CSS.highlights.delete("found");
  const text = asked.trim();
  if (text.length < 2) return null;
  contents ??= blocks.map((block) => block.textContent);
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu");
  const ranges = [];
  blocks.forEach((block, number) => {
    const matches = [...contents[number].matchAll(pattern)];
    if (matches.length) ranges.push(...rangesIn(block, matches));
  });
  if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  return ranges.length;
}

function rangesIn(block, matches) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let length = 0;
  while (walker.nextNode()) {
    nodes.push([walker.currentNode, length]);
    length += walker.currentNode.length;
  }
  const place = (offset, behind) => {
    const [node, begins] = nodes.findLast(([, start]) => (behind ? start < offset : start <= offset));
    return [node, offset - begins];
  };
  return matches.map((match) => {
    const range = new Range();
    range.setStart(...place(match.index, false));
    range.setEnd(...place(match.index + match[0].length, true));
    return range;
  });
}
