import { reportCase } from '#domain/case/commands.schema';
import { codedFields } from '#domain/coded';
import { codesOn } from '#domain/codes/code';
import type { Option } from '#ui/field';
import { type FormBody, listOf } from '../frame/request.js';
import type { AskedFields, ReportField } from './staff-report-fields.js';

/** Of the choices of a field of a report (its path in the schema) those that hold on the day it is received, and those that have been made. */
export function offeredOn<O extends Pick<Option, 'value'>>(day: string, field: string, options: readonly O[], made: readonly string[]): readonly O[] {
  const list = codedFields(reportCase).find(({ path }) => path.join('.') === field)?.list;
  if (list === undefined) return options;
  const offered = codesOn(list, day, made);
  return options.filter(({ value }) => offered.some(({ code }) => code === value) || list.every(({ code }) => code !== value));
}

/** The fields of the staff's form with what they offer on this day. */
export function fieldsOn(day: string, asked: AskedFields, body: FormBody): AskedFields {
  const offered = (field: ReportField): ReportField => ({ ...field, options: offeredOn(day, field.name, field.options, listOf(body, field.name)) });
  const { first, afterwards, more } = asked;
  return { first: first.map(offered), afterwards: afterwards.map(offered), more: more.map(offered) };
}
