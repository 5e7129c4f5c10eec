import type { VNode } from 'preact';
import qrcode from 'qrcode-generator';
import { posterTexts as said } from '#text/public-report';

/** The quiet zone around the QR code (ISO/IEC 18004). */
const QUIET = 4;

export interface PosterProps {
  readonly unit: string;
  /** The address in the code: the form, with the unit filled in. */
  readonly address: string;
}

/** A poster for a unit: the code, the address in letters, and that one can also speak to somebody. */
export function Poster({ unit, address }: PosterProps): VNode {
  return (
    <div class="poster">
      <h1>{said.title}</h1>
      <p class="lead">{unit}</p>
      <p>{said.lead}</p>
      <QrCode text={address} label={`${said.of} ${unit}`} />
      <p>
        <b>{said.how}</b>
      </p>
      <p>
        {said.orWrite}
        <br />
        <span class="address">{address.replace(/^https?:\/\//, '')}</span>
      </p>
      <p>{said.orSay}</p>
      <button type="button" class="no-print" data-print hidden>
        {said.print}
      </button>
    </div>
  );
}

/** One path of squares: sharp at any size, and black on white in any theme. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const n = code.getModuleCount();
  const rows = Array.from({ length: n }, (_, row) =>
    Array.from({ length: n }, (_, column) => (code.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : '')).join(''),
  );
  const size = n + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={size} height={size} fill="#fff" />
      <path d={rows.join('')} fill="#000" />
    </svg>
  );
}
