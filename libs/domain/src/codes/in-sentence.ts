/** A label as it stands inside a sentence: its first letter small, abbreviations left alone. */
export const inSentence = (label: string): string => (/^\p{Lu}(\p{Lu}|$)/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('sv') + label.slice(1));
