/*
 * An SVG from outside, read by what is allowed and written anew: shapes, groups and gradients, with numbers and colours. Scripts, events, styles,
 * texts, pictures, links and anything that is fetched have no way through, since nothing is copied that is not known.
 */

const shapes = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath'];
/** Says something about the drawing and shows nothing: left out with all that is in it. */
const silent = ['title', 'desc', 'metadata'];

const geometry = ['d', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'width', 'height', 'offset', 'transform'];
const looks = ['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'];
const more = ['stroke-dasharray', 'stroke-dashoffset', 'opacity', 'stop-color', 'stop-opacity', 'clip-path', 'clip-rule', 'color', 'viewBox'];
const units = ['gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits', 'preserveAspectRatio'];
const known: readonly string[] = [...geometry, ...looks, ...more, ...units];

/** Numbers, colours, keywords, transforms. */
const PLAIN = /^[-+0-9A-Za-z.,#%()\s]*$/;
const OWN = /^url\(\s*['"]?(#[A-Za-z_][\w.-]*)['"]?\s*\)$/;
const NAME = /^[A-Za-z_][\w.-]*$/;

/** What can be seen. */
const SHOWN = /^<(path|rect|circle|ellipse|line|polyline|polygon)\b/;

const MOST_PARTS = 5_000;
const DEEPEST = 40;

const TOKEN =
  /<!--[\s\S]*?-->|<\?xml\s[^<>]*\?>|<\/([A-Za-z_][\w.:-]*)\s*>|<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Read = { readonly text: string } | { readonly refused: string };
const refused = (why: string): Read => ({ refused: `Teckningen (SVG) ${why}` });

/** The drawing written anew, or in Swedish why it can't be used. */
export function drawing(source: string): Read {
  const out: string[] = [];
  const open: { readonly name: string; readonly silent: boolean }[] = [];
  const text = source.replace(/^\uFEFF/, '');
  TOKEN.lastIndex = 0;
  let parts = 0;
  let isDone = false;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) return refused('går inte att läsa, eller innehåller något som inte är en form');
    const [whole, end, name, attributes = '', selfClosed] = found;
    const within = open.at(-1);
    if (end !== undefined) {
      if (within?.name !== end) return refused('går inte att läsa: en del är inte avslutad');
      open.pop();
      if (!within.silent) out.push(`</${end}>`);
      isDone = open.length === 0;
    } else if (name !== undefined) {
      parts += 1;
      if (isDone || parts > MOST_PARTS || open.length > DEEPEST) return refused('har för många delar. Förenkla den, eller använd PNG');
      if (open.length === 0 && name !== 'svg') return refused('ska börja med <svg>');
      const isSilent = within?.silent === true || silent.includes(name) || name.includes(':');
      if (!isSilent && !shapes.includes(name))
        return refused(`innehåller <${name}>, som inte kan användas i ett vapen. Gör om den till former, eller använd PNG`);
      const drawn = isSilent ? '' : written(name, attributes, open.length === 0);
      if (drawn === null) return refused('saknar mått (viewBox)');
      if (!isSilent) out.push(`<${name}${drawn}${selfClosed === '/' ? '/' : ''}>`);
      if (selfClosed !== '/') open.push({ name, silent: isSilent });
      else isDone = open.length === 0;
    } else if (!whole.startsWith('<') && within?.silent !== true && whole.trim() !== '') {
      return refused('innehåller text. Gör om texten till former, eller använd PNG');
    }
  }
  if (!isDone) return refused('går inte att läsa: en del är inte avslutad');
  if (!out.some((part) => SHOWN.test(part))) return refused('innehåller inga former. Spara den som vanlig SVG, eller använd PNG');
  return { text: out.join('') };
}

/** The attributes that are known, each with a value of a known form; null for an outermost part without a size. */
function written(name: string, attributes: string, isRoot: boolean): string | null {
  const given = new Map<string, string>();
  for (const [, attribute = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? '';
    if (attribute === 'style') for (const [property, said] of declarations(value)) keep(given, property, said);
    else if (attribute === 'id') given.set('id', NAME.test(value) ? value : '');
    else if (/^(xlink:)?href$/.test(attribute) && name.endsWith('Gradient')) given.set('href', /^#/.test(value) && NAME.test(value.slice(1)) ? value : '');
    else if (!given.has(attribute)) keep(given, attribute, value);
  }
  const size = isRoot ? sizeOf(given) : null;
  if (isRoot) {
    if (size === null) return null;
    for (const gone of ['width', 'height', 'x', 'y']) given.delete(gone);
    given.set('viewBox', size);
  }
  const drawn = [...given].filter(([, value]) => value !== '').map(([attribute, value]) => ` ${attribute}="${value}"`);
  return `${isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${drawn.join('')}`;
}

function keep(given: Map<string, string>, attribute: string, value: string): void {
  if (!known.includes(attribute)) return;
  const own = OWN.exec(value.trim());
  if (own !== null) given.set(attribute, `url(${own[1]})`);
  else if (PLAIN.test(value) && !/url/i.test(value)) given.set(attribute, value.replaceAll(/\s+/g, ' ').trim());
}

const declarations = (style: string): readonly (readonly [string, string])[] =>
  style.split(';').flatMap((row) => {
    const at = row.indexOf(':');
    return at < 0 ? [] : [[row.slice(0, at).trim(), row.slice(at + 1).trim()] as const];
  });

function sizeOf(given: ReadonlyMap<string, string>): string | null {
  const box = given.get('viewBox') ?? '';
  if (/^-?[\d.]+([ ,]+-?[\d.]+){3}$/.test(box)) return box;
  const [width, height] = ['width', 'height'].map((side) => Number.parseFloat(given.get(side) ?? ''));
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? `0 0 ${width} ${height}` : null;
}
