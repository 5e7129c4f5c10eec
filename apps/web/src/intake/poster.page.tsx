import type { VNode } from 'preact';
import { posterTexts as said } from '#text/public-report';
import type { MunicipalityShown } from '#ui/page';
import { QrCode } from './qr-code.js';

export interface PosterProps {
  readonly unit: string;
  /** The address in the code: the form, with the unit filled in. */
  readonly address: string;
  readonly municipality: Pick<MunicipalityShown, 'name' | 'crest'> | null;
}

/** A poster for a unit: the code, the address in letters, and that one can also speak to somebody. */
export function Poster({ unit, address, municipality }: PosterProps): VNode {
  return (
    <div class="poster">
      {municipality === null ? null : (
        <p class="of-municipality">
          {municipality.crest === null ? null : <img src={municipality.crest} alt="" />}
          {municipality.name}
        </p>
      )}
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
