/** The words of one field: `required`: asked for here, though the command itself may leave it out. `folded`: shut until it is wanted; `fold`: shut together with those beside it of the same heading. */
export interface FieldText {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly folded?: boolean;
  readonly fold?: string;
}

/** What a person reads at each command: heading, button, and the label of each field that the form asks. */
export interface CommandText {
  readonly title: string;
  readonly button: string;
  readonly fields: Readonly<Record<string, FieldText>>;
}

export const reasonsText = { label: 'Skäl' };
/** The day that something was done, where it was not today. */
export const doneOn = { label: 'När? (om inte i dag)' };
