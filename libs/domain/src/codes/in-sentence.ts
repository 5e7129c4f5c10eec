/** A label as it stands inside a sentence: its first letter small, abbreviations left alone. */
export const inSentence = (label: string): string => (/^\p{Lu}(\p{Lu}|$)/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('sv') + label.slice(1));

/** A word that begins a sentence: its first letter large. */
export const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase('sv') + word.slice(1);
