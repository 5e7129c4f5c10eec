import type { FieldModel, Option } from '#ui/field';

/** The words of the fields of a form, by name. */
type Words = Readonly<Record<string, { readonly label: string; readonly hint?: string }>>;

/** Makes the fields of a form whose words stand in one list. */
export const askedBy =
  <const W extends Words>(words: W) =>
  (name: keyof W & string, as: FieldModel['as'], required: boolean, options: readonly Option[] = []): FieldModel => ({
    name,
    as,
    required,
    options,
    ...(words[name] as Words[string]),
  });

/** Words by code as the choices of a field. */
export const asOptions = (words: Readonly<Record<string, string>>): readonly Option[] => Object.entries(words).map(([value, label]) => ({ value, label }));
