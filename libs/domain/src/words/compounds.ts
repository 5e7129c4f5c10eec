/**
 * Words of this field that compounds are made of. A compound that begins or ends with one is also found by its parts: *fallolycka* by *fall* and
 * *olycka*, *trygghetslarmet* by *trygghet* and *larm*. A dictionary of all Swedish words would find more, and weighs megabytes.
 */
const PARTS =
  `akut ansvar anhörig anmälan arbete assistans avdelning avvikelse barn behandling bemötande beslut besök bistånd blod boende bostad brand brist brukare buss
  cykel dagbok dator demens diabetes djur dryck dusch dörr ekonomi energi enhet fall familj feber frukost fönster förband försörjning genomförande golv grupp hand
  handläggare handläggning hem hemtjänst hiss hjälp hjälpmedel hot hud hygien hälso information inkontinens insats insulin journal kaffe kateter klagomål klinik
  kläder kommun kontakt kontor korttids kväll kvalitet kyl kök körning larm ledning leverans lista lift lunch lyft läkare läkemedel lägenhet lås madrass mat medicin
  miljö mobil morgon möte måltid möbel natt nyckel närings olycka omsorg omvårdnad patient peng personal plan plånbok post provtagning psykisk rehab resa rutin
  rullstol rollator rum räddning rörelse samtal schema sekretess semester service sjuk sjukhus sjuksköterska sjukvård skada skola skydd sköterska social socialtjänst
  spis språk stol stress stöd städ svar syn syrgas säng tand telefon tillsyn toalett transport trapp trycksår trygghet tvätt ungdom uppföljning utredning vaccin vatten
  vikarie vilo vård värme våld väg äldre öga övergrepp överlämning`.split(/\s+/);

const parts: ReadonlySet<string> = new Set(PARTS);
const SHORTEST = 3;
const [least, most] = [Math.min(...PARTS.map(({ length }) => length)), Math.max(...PARTS.map(({ length }) => length))];

/** The two parts of a compound, where it begins or ends with a known one; the longest that fits. */
export function partsOf(word: string): readonly string[] {
  for (let length = Math.min(most, word.length - SHORTEST); length >= Math.max(least, SHORTEST); length -= 1) {
    const [first, rest] = [word.slice(0, length), word.slice(length)];
    if (parts.has(first)) return [first, ...restsOf(rest)];
    const at = word.length - length;
    if (parts.has(word.slice(at))) return [...withoutLink(word.slice(0, at)), word.slice(at)];
  }
  return [];
}

/** What follows: with an s between the parts, as it is and without it. */
const restsOf = (rest: string): readonly string[] => (rest.startsWith('s') && rest.length > SHORTEST ? [rest, rest.slice(1)] : [rest]);
const withoutLink = (first: string): readonly string[] => (first.endsWith('s') && first.length > SHORTEST ? [first, first.slice(0, -1)] : [first]);
