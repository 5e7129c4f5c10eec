const LONG_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', weekday: 'long', day: 'numeric', month: 'long' });

/** "torsdag 14 november", for people who do not work here. */
export const longDay = (instant: string): string => LONG_DAY.format(new Date(instant));
