import type { VNode } from 'preact';
import { posterTexts as said } from '#text/public-report';
import { QrCode } from './qr-code.js';

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
