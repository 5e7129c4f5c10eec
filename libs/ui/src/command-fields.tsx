import type { VNode } from 'preact';
import { Field, type FieldModel } from './field.js';

export interface CommandFieldsProps {
  readonly command: string;
  readonly fields: readonly FieldModel[];
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly faults: Readonly<Record<string, string>>;
}

/** The fields of one command: those next to each other with the same heading are folded together; a single one is not. */
export function CommandFields(props: CommandFieldsProps): VNode {
  return (
    <>
      {groupsOf(props.fields).map((group) => (
        <FieldGroup key={group[0]?.name} {...props} fields={group} />
      ))}
    </>
  );
}

function groupsOf(fields: readonly FieldModel[]): readonly (readonly FieldModel[])[] {
  return fields.reduce<FieldModel[][]>((groups, field) => {
    const last = groups.at(-1);
    if (field.fold !== undefined && last?.[0]?.fold === field.fold) last.push(field);
    else groups.push([field]);
    return groups;
  }, []);
}

function FieldGroup({ command, fields, values, faults }: CommandFieldsProps): VNode {
  const drawn = fields.map((field) => <Field key={field.name} form={command} field={field} value={values[field.name]} error={faults[field.name]} />);
  const heading = fields.length > 1 ? fields[0]?.fold : undefined;
  if (heading === undefined) return <>{drawn}</>;
  const isUsed = fields.some(({ name }) => faults[name] !== undefined || (values[name] ?? '').length > 0);
  return (
    <details class="folded" open={isUsed}>
      <summary>{heading}</summary>
      {drawn}
    </details>
  );
}
