import { clockTime } from './deadline.js';

/** How long a session lasts: at most, however much it is used, and if it is not used again. */
export interface SessionLeft {
  readonly secondsLeft: number;
  readonly idleSeconds: number;
}

/** What a page says of its session's end. */
export interface SessionEnd {
  /** In how many seconds it is to be said; 0 or less: now. */
  readonly foretellIn: number;
  readonly text: string;
  /** For a page without script, which can't say it later. */
  readonly ahead: string;
}

/** Enough time to end a sentence and log in again. */
const BEFORE_THE_END_S = 30 * 60;
/** Enough time to press something. */
const BEFORE_IDLE_S = 10 * 60;

const REST = 'Spara eller skicka det du skriver före dess. Skickar du senare får du logga in, och kommer tillbaka med det du skrev.';

/** When a session ends, in words, and when it is to be said: half an hour before it can't go on, ten minutes before it ends unused. `now`: the time on the page's clock. */
export function sessionEndOf({ secondsLeft, idleSeconds }: SessionLeft, now: Date): SessionEnd {
  const at = (seconds: number): string => clockTime(new Date(now.getTime() + seconds * 1_000).toISOString());
  const [untilEnd, untilIdle] = [secondsLeft - BEFORE_THE_END_S, idleSeconds - BEFORE_IDLE_S];
  const isIdle = untilIdle < untilEnd && idleSeconds < secondsLeft;
  return {
    foretellIn: Math.min(untilEnd, untilIdle),
    text: isIdle
      ? `Din inloggning upphör kl. ${at(idleSeconds)} om du inte gör något innan dess. ${REST}`
      : `Din inloggning upphör kl. ${at(secondsLeft)}. ${REST}`,
    ahead: `Du loggas ut kl. ${at(Math.min(secondsLeft, idleSeconds))}${secondsLeft > idleSeconds ? ' om du inte gör något innan dess' : ''}.`,
  };
}
