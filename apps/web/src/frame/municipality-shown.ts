import type { Municipality } from '#domain/org/municipality';
import type { MunicipalityShown } from '#ui/page';

/** Where the crest is fetched: the address is the hash of the picture, so that a browser may keep it. */
export const crestHref = ({ sha256, type }: NonNullable<Municipality['crest']>): string => `/assets/kommun/${sha256}.${type}`;
const sheetHref = (colour: string): string => `/assets/kommun/${colour.slice(1)}.css`;

/** What the frame shows of the municipality; null until it has been said. */
export const municipalityShown = (municipality: Municipality | null): MunicipalityShown | null =>
  municipality === null
    ? null
    : {
        name: municipality.name,
        crest: municipality.crest === null ? null : crestHref(municipality.crest),
        sheet: municipality.colour === null ? null : sheetHref(municipality.colour),
        contact: [municipality.address, `Telefon ${municipality.phone}`, municipality.email].filter((line) => line !== null),
      };
