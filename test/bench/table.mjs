const short = (value) => (value === null ? '–' : value >= 100 ? Math.round(value).toLocaleString('sv-SE') : value.toFixed(value >= 10 ? 1 : 2));
const figure = (value, unit) => (value === null ? '–' : `${short(value)} ${unit}`);

/** How many times better ours is than the peer; under 1 is worse. */
function ratio({ value, better }, peer) {
  if (value === null || peer === null) return '–';
  const times = better === 'less' ? peer / value : value / peer;
  return `${times >= 10 ? Math.round(times) : times.toFixed(2)} ×`;
}

/** A row of the results, and one more for each peer: figure, whether it reaches, how ours compares. */
function lines(row) {
  const { what, measure, value, unit, better, reach, also = '', peers = [] } = row;
  const reached = reach === undefined || value === null ? '' : (better === 'less' ? value <= reach : value >= reach) ? 'yes' : 'NO';
  const wanted = reach === undefined ? '' : `${better === 'less' ? '≤' : '≥'} ${figure(reach, unit)}`;
  return [
    [what, measure, figure(value, unit), wanted, reached, '', also],
    ...peers.map((peer) => [
      `  · ${peer.name}`,
      peer.measure ?? measure,
      figure(peer.value, peer.unit ?? unit),
      '',
      '',
      ratio(row, peer.value),
      peer.why === undefined ? '' : `not measured: ${peer.why}`,
    ]),
  ];
}

/**
 * The results as a table in Markdown with aligned columns, without those that nothing stands in.
 * `ours/peer`: how many times better ours is; under 1 it is worse.
 */
export function printed(results) {
  return aligned([['what', 'measure', 'figure', 'reach', 'reached', 'ours/peer', 'with'], ...results.flatMap(lines)]);
}

/** A table of Markdown; the first row is its head. */
export function aligned(rows) {
  const [first, ...others] = rows;
  const used = first.map((_, column) => column).filter((column) => others.some((row) => row[column] !== ''));
  const widths = used.map((column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${used.map((column, n) => row[column].padEnd(widths[n])).join(' | ')} |`;
  return [line(first), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...others.map(line)].join('\n');
}
