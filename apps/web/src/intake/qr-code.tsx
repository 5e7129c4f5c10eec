import type { VNode } from 'preact';
import qrcode from 'qrcode-generator';

/** The quiet zone around the QR code (ISO/IEC 18004). */
const QUIET = 4;

/** One path of squares: sharp at any size, and black on white in any theme. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): VNode {
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
