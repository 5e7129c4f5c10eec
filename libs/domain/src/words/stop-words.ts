/** Words so common that they find nothing: Snowball's list for Swedish (snowballstem.org, BSD), without those that matter here (ingen, utan, mot, efter, upp, nu, min). */
export const stopWords: ReadonlySet<string> = new Set(
  `och det att i en jag hon som han på den med sig för så till är men ett om hade de av icke mig du henne då sin har inte hans honom skulle
   hennes där man ej var vid kunde något från ut när vi dem vara vad över än dig kan sina här ha alla under någon eller allt mycket sedan
   ju denna själv detta åt varit hur ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit dess inom mellan sådant
   varför varje vilka ditt vem vilket sitta sådana vart dina vars vårt våra ert era vilkas`.split(/\s+/),
);
